using Microsoft.AspNetCore.Components;

namespace FuseDeskFlows.Reports.Components;

/// <summary>What the components that show a flow's report have in common.</summary>
/// <typeparam name="TReport">The report.</typeparam>
public abstract class ReportView<TReport> : ComponentBase
    where TReport : class
{
    /// <summary>The report to show.</summary>
    [Parameter]
    [EditorRequired]
    public TReport Report { get; set; } = null!;
}
