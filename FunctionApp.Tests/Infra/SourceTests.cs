namespace FuseDeskFlows.Tests.Infra;

/// <summary>What .editorconfig asks of sources and no build checks.</summary>
public sealed class SourceTests
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "TinyApp"];

    [Fact]
    public void No_line_is_wider_than_the_editorconfig_says()
    {
        var width = int.Parse(
            Assert.Single(RepositoryFiles.Words(@"^max_line_length = (?<word>\d+)$", ".editorconfig")),
            System.Globalization.CultureInfo.InvariantCulture);

        Assert.Empty(
            from source in Sources()
            from line in source.Lines.Index()
            where line.Item.Length > width && !IsAnswer(line.Item)
            select $"{source.File}:{line.Index + 1} has {line.Item.Length} characters");
    }

    [Fact]
    public void Usings_are_in_order_and_the_system_s_come_first() => Assert.Empty(
        from source in Sources()
        where !IsInOrder([.. source.Lines.Where(IsUsing).Select(line => line["using ".Length..^1].Split('.'))])
        select source.File);

    [Fact]
    public void Every_file_ends_with_one_line_end() => Assert.Empty(
        from source in Sources()
        where source.Lines is not [.., { Length: > 0 }, ""]
        select source.File);

    // What a server answered stays one line, as it came.
    private static bool IsAnswer(string line) => line.TrimStart().TrimStart('$').StartsWith("\"\"\"{", StringComparison.Ordinal);

    private static bool IsInOrder(IReadOnlyList<string[]> names) => names.SequenceEqual(names
        .OrderBy(name => name[0] is not "System")
        .ThenBy(name => string.Join('\0', name), StringComparer.OrdinalIgnoreCase));

    // Not of the forms "using static", "using X = Y" and "using var x".
    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.Count(char.IsWhiteSpace) == 1;

    private static IEnumerable<(string File, string[] Lines)> Sources() =>
        from file in Directory.EnumerateFiles(RepositoryFiles.Root, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(RepositoryFiles.Root, file)
        where !name.Split(Path.DirectorySeparatorChar).Intersect(NotOurs, StringComparer.Ordinal).Any()
        select (name, File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n'));
}
