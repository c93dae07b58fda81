namespace FuseDeskFlows.Reports.Pages.Asking;

/// <summary>The forms that start runs.</summary>
public sealed record AskModel
{
    /// <summary>The forms in their order.</summary>
    public IReadOnlyList<AskForm> Forms { get; init; } = [];

    /// <summary>Makes a form that is sent twice start one run.</summary>
    public required string Key { get; init; }
}
