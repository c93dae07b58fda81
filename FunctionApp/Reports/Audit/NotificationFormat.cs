namespace FuseDeskFlows.Reports.Audit;

/// <summary>What a webhook's receiver reads.</summary>
internal enum NotificationFormat
{
    /// <summary>Slack's incoming webhooks, and whatever reads a field <c>text</c>.</summary>
    Slack = 0,

    /// <summary>The webhooks of Teams' workflows: an adaptive card.</summary>
    Teams,
}
