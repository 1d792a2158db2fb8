namespace StreamGate.Media.Origins;

/// <summary>Follows symbolic links inside a folder, and never out of it.</summary>
internal static class ContainedPath
{
    // As many as Linux follows before it says ELOOP.
    private const int MaxLinks = 40;

    /// <summary>
    /// The path of <paramref name="relative"/> below <paramref name="root"/> with no link left in it, or null when a link leads out of the root,
    /// even if a later one would lead back in. The root itself is the operator's word and may be a link. What does not exist is no link.
    /// </summary>
    public static string? Resolve(string root, string relative)
    {
        var pending = new Stack<string>(relative.Split('/').Reverse());
        var current = root;
        for (var links = 0; pending.TryPop(out var name);)
        {
            var next = Path.Join(current, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            var full = Path.GetFullPath(target, current);
            if (++links > MaxLinks || !full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return null;
            }

            foreach (var part in full[(root.Length + 1)..].Split(Path.DirectorySeparatorChar).Reverse())
            {
                pending.Push(part);
            }

            current = root;
        }

        return current;
    }
}
