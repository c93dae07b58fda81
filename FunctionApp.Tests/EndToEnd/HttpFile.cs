namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>Reads a .http file as editors do: blocks divided by <c>###</c>, with headers, a body and variables.</summary>
internal static class HttpFile
{
    internal sealed record Block(
        string Title, string? Name, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string Body);

    public static IReadOnlyList<Block> Read(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n### ").Skip(1).Select(ReadBlock)];

    private static Block ReadBlock(string text)
    {
        var lines = text.Split('\n');
        var name = lines.FirstOrDefault(line => line.StartsWith("# @name ", StringComparison.Ordinal))?["# @name ".Length..].Trim();
        var request = lines.Skip(1).SkipWhile(line => line.StartsWith('#')).ToList();
        var first = request[0].Split(' ', 2);
        var headers = request
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(": ", 2))
            .Select(parts => (parts[0], parts[1]));
        return new(lines[0], name, first[0], first[1], [.. headers], string.Join('\n', request.SkipWhile(line => line.Length > 0)).Trim());
    }
}
