using System.Text.RegularExpressions;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.Infra;

/// <summary>The files of the repository that no compiler compares with each other.</summary>
internal static class RepositoryFiles
{
    /// <summary>The repository's folder.</summary>
    public static string Root => Repository.Root;

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    /// <summary>What a pattern's group named <c>word</c> finds in a file, each once and in its order.</summary>
    public static IReadOnlyList<string> Words(string pattern, string file) => WordsIn(pattern, Read(file));

    public static IReadOnlyList<string> WordsIn(string pattern, string text) =>
        [.. Regex.Matches(text, pattern, RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups["word"].Value).Distinct(StringComparer.Ordinal)];
}
