using System.Buffers;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>The marks with which people ask, whatever the script.</summary>
internal static class QuestionMarks
{
    /// <summary>Those that need no blank behind them.</summary>
    public const string Wide = "？";

    /// <summary>All others.</summary>
    public const string Narrow = "?؟⁇⁈⁉";

    private static readonly SearchValues<char> All = SearchValues.Create(Wide + Narrow);

    /// <summary>Whether a character is one.</summary>
    public static bool Contains(char character) => All.Contains(character);

    /// <summary>Whether one stands in a text.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(All);

    /// <summary>Whether a text ends with one.</summary>
    public static bool IsAtEnd(ReadOnlySpan<char> text) => text.Length > 0 && Contains(text[^1]);
}
