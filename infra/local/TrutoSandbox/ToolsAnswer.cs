namespace FuseDeskFlows.TrutoSandbox;

/// <summary>In which form <c>GET /integrated-account/{id}/tools</c> answers; Truto's sources disagree.</summary>
internal enum ToolsAnswer
{
    /// <summary>Under <c>result</c>, as Truto's SDK reads it.</summary>
    Result,

    /// <summary>Under <c>results</c>, as Truto's reference page says.</summary>
    Results,

    /// <summary>
    /// The endpoint, which is deprecated, is gone: 404. Nothing names the arguments then, so FuseDesk's own spelling holds.
    /// </summary>
    Missing,
}
