using System.Globalization;

namespace StreamGate.Gateway.Http;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Page">1–1,000,000, default 1.</param>
/// <param name="Limit">Rows on it, 1–200, default 50.</param>
public readonly record struct PageQuery(int Page, int Limit)
{
    private const int LastPage = 1_000_000;
    private const int MostRows = 200;
    private const int UsualRows = 50;

    /// <summary>Reads <c>page</c> and <c>limit</c>; a 400 names the one that is out of range.</summary>
    public static PageQuery Of(HttpRequest request) =>
        new(Read(request, "page", 1, LastPage), Read(request, "limit", UsualRows, MostRows));

    private static int Read(HttpRequest request, string name, int usual, int most)
    {
        var text = (string?)request.Query[name];
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new RequestFault(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from 1 to {most}"));
    }
}
