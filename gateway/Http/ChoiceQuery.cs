namespace StreamGate.Gateway.Http;

/// <summary>Query parameters that take one of a few words.</summary>
public static class ChoiceQuery
{
    /// <summary>The choice that <paramref name="name"/> makes, <paramref name="usual"/> when it is absent; a 400 lists the words otherwise.</summary>
    public static T Choice<T>(this HttpRequest request, string name, T usual, IReadOnlyDictionary<string, T> words)
    {
        var text = (string?)request.Query[name];
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }

        return words.TryGetValue(text, out var choice) ? choice : throw new RequestFault(name, $"must be one of {string.Join(", ", words.Keys)}");
    }
}
