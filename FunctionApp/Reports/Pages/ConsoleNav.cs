namespace FuseDeskFlows.Reports.Pages;

/// <summary>What stands above every page of the console.</summary>
/// <param name="Current">The part of the address that leads to the present page, such as <c>runs</c>.</param>
/// <param name="UserName">Who looks at it; null where nobody signs in.</param>
public sealed record ConsoleNav(string Current, string? UserName)
{
    /// <summary>The pages in their order: the part of the address below <c>console</c>, and the name.</summary>
    public static IReadOnlyList<(string Path, string Name)> Pages { get; } =
    [
        ("", "Today"), ("runs", "Runs"), ("approvals", "Approvals"), ("quota", "Quota"), ("ask", "Ask"), ("events", "Events"),
    ];
}
