namespace FuseDeskFlows.Reports.Pages;

/// <summary>Where the console is.</summary>
/// <param name="Path">The path below which the app's addresses are, with a slash at its end.</param>
public sealed record ConsoleRoot(string Path)
{
    /// <summary>The address of one of the console's pages.</summary>
    /// <param name="page">The part below <c>console</c>; empty for the first page.</param>
    /// <returns>The path.</returns>
    public string To(string page) => string.IsNullOrEmpty(page) ? $"{Path}console" : $"{Path}console/{page}";

    /// <summary>The address of a run's page.</summary>
    /// <param name="id">The run's id.</param>
    /// <returns>The path.</returns>
    public string ToRun(string id) => To($"runs/{Uri.EscapeDataString(id)}");
}
