namespace FuseDeskFlows.Reports.Pages;

/// <summary>Flows as a support manager calls them.</summary>
internal static class FlowNames
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["CaseTriage"] = "Case triage",
        ["ContactTimeline"] = "Contact timeline",
        ["ChatEscalationAudit"] = "Chat escalation audit",
        ["CaseDigest"] = "Case digest",
        ["ChatSummary"] = "Summary of a chat",
        ["DraftReply"] = "Draft of a reply",
        ["CaseEventFlow"] = "Case event",
        ["AgentRun"] = "Agent",
        ["ToolWrite"] = "Write",
    };

    /// <summary>The flows that have such a name.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Titles.Keys];

    /// <summary>The name of a flow; of another function its own.</summary>
    public static string Title(string name) => Titles.GetValueOrDefault(name) ?? Rendering.HtmlText.OneLine(name);
}
