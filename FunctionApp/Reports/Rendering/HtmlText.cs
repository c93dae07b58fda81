using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>Texts as components show them; the renderer encodes them for HTML.</summary>
internal static class HtmlText
{
    /// <summary>Any text on one line, without characters that hide or reorder others.</summary>
    public static string OneLine(string? text) => SafeText.OneLine(text ?? "");

    /// <summary>Any text, line by line, without characters that hide or reorder others.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(OneLine));

    /// <summary>Facts, divided by middle dots.</summary>
    public static string Joined(IEnumerable<string> facts) => string.Join(" · ", facts.Select(OneLine));
}
