using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing;

/// <summary>A text to be written: from what, and within which bounds.</summary>
internal sealed record WritingTask
{
    public required Prompt Prompt { get; init; }

    /// <summary>The most statements that it may have.</summary>
    public required int MaxStatements { get; init; }

    /// <summary>The greatest length of a statement, in characters.</summary>
    public int MaxStatementLength { get; init; } = 500;

    /// <summary>What is known beside the history, in the order shown: name and value. Customers wrote some of it.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Facts { get; init; }

    /// <summary>The history as it was read: what statements are checked against.</summary>
    public required IReadOnlyList<HistoryItem> History { get; init; }

    /// <summary>The number of the first item that is shown; null for all.</summary>
    public int? ShownFrom { get; init; }

    /// <summary>Notes on what is not shown, part by part.</summary>
    public IReadOnlyList<GeneratedText> Notes { get; init; } = [];

    /// <summary>What stands between statements when they are read as one text.</summary>
    public string Separator { get; init; } = " ";

    /// <summary>Writes the text without a model; null if there is nothing to write about.</summary>
    public required Func<GeneratedText?> WriteExtractive { get; init; }
}
