namespace FuseDeskFlows.Reports.Drafts;

/// <summary>What all renderings of a draft say in the same words.</summary>
internal static class DraftWords
{
    /// <summary>The subject of the case, which a customer may have written.</summary>
    public static string Heading(DraftReport report) => report.Case?.Subject ?? "Case without a subject";
}
