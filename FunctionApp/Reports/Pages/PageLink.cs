namespace FuseDeskFlows.Reports.Pages;

/// <summary>Where somebody may go on.</summary>
/// <param name="Address">The path.</param>
/// <param name="Name">What it is called.</param>
public sealed record PageLink(string Address, string Name);
