namespace FuseDeskFlows.Language.Texts;

/// <summary>What a block of a text is.</summary>
internal enum BlockKind
{
    /// <summary>Lines that belong together.</summary>
    Paragraph = 0,

    /// <summary>What began with a bullet or a number.</summary>
    ListItem,

    /// <summary>A line of a log, of code or of a table.</summary>
    Log,
}
