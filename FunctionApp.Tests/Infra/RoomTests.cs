using System.Text.RegularExpressions;

namespace FuseDeskFlows.Tests.Infra;

/// <summary>
/// How the app's rooms know each other. A room is a folder, a file has one type, and a type stands in its folder's namespace.
/// </summary>
public sealed partial class RoomTests
{
    [Fact]
    public void No_rooms_know_each_other_in_a_circle()
    {
        var sources = Sources().ToList();
        var types = sources.ToLookup(source => source.Room, source => source.Type, StringComparer.Ordinal);
        var known = sources.GroupBy(source => source.Room, StringComparer.Ordinal).ToDictionary(
            room => room.Key,
            room => room.SelectMany(source => KnownTo(source, types))
                .Except([room.Key], StringComparer.Ordinal)
                .ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.True(known.Count > 50, "These are not all rooms.");

        while (known.Keys.Where(IsInNoCircle).ToList() is { Count: > 0 } outside)
        {
            outside.ForEach(room => known.Remove(room));
        }

        Assert.Empty(known.Select(room => $"{room.Key} knows {string.Join(", ", room.Value.Where(known.ContainsKey))}"));

        bool IsInNoCircle(string room) =>
            !known[room].Overlaps(known.Keys) || !known.Values.Any(others => others.Contains(room));
    }

    // What a using names is known; of the rooms around, and of those that all components see, what stands in the code.
    private static IEnumerable<string> KnownTo(Source source, ILookup<string, string> types)
    {
        var named = Usings(source.Lines);
        var words = source.Lines.Where(line => !Using().IsMatch(line)).SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        var seen = Around(source.Room).Concat(source.IsComponent ? SeenByComponents() : []);
        return named.Concat(seen.Where(room => types[room].Any(words.Contains)));
    }

    private static IEnumerable<string> Around(string room)
    {
        while (room.LastIndexOf('/') is > 0 and var end)
        {
            yield return room = room[..end];
        }
    }

    private static IEnumerable<string> SeenByComponents() => Usings(File.ReadAllLines(Path.Combine(App, "_Imports.razor")));

    private static IEnumerable<string> Usings(IEnumerable<string> lines) =>
        from line in lines
        let match = Using().Match(line)
        where match.Success
        select match.Groups["room"].Value.Replace('.', '/');

    private static IEnumerable<string> Words(string line) =>
        line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? [] : Word().Matches(line).Select(match => match.Value);

    private static IEnumerable<Source> Sources() =>
        from file in Directory.EnumerateFiles(App, "*", SearchOption.AllDirectories)
        let type = Path.GetFileNameWithoutExtension(file)
        let isComponent = Path.GetExtension(file) is ".razor"
        where (isComponent && type is not "_Imports") || Path.GetExtension(file) is ".cs"
        let room = Path.GetRelativePath(App, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/')
        where room.Split('/')[0] is not ("bin" or "obj" or ".")
        select new Source(room, type, isComponent, File.ReadAllLines(file));

    private static string App => Path.Combine(RepositoryFiles.Root, "FunctionApp");

    [GeneratedRegex(@"^@?using FuseDeskFlows\.(?<room>[\w.]+);?$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\w+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Word();

    private sealed record Source(string Room, string Type, bool IsComponent, string[] Lines);
}
