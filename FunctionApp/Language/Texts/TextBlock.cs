namespace FuseDeskFlows.Language.Texts;

/// <summary>A paragraph, a list item or a line of a log: no sentence, and no quotation, goes across its end.</summary>
/// <param name="Sentences">Its sentences, each on one line.</param>
/// <param name="Kind">What it is.</param>
internal sealed record TextBlock(IReadOnlyList<string> Sentences, BlockKind Kind);
