namespace StreamGate.Gateway.Http;

/// <summary>A request whose shape is wrong, found while it is being read. Its problem is the answer.</summary>
public sealed class RequestFault : Exception
{
    public RequestFault(ApiProblem problem)
        : base(problem.Error) => Problem = problem;

    public RequestFault(string field, string reason)
        : this(ApiProblem.Invalid(field, reason))
    {
    }

    public ApiProblem Problem { get; }
}
