namespace FuseDeskFlows.Reports.Pages;

/// <summary>Where the console is.</summary>
/// <param name="Path">The path below which the app's addresses are, with a slash at its end.</param>
public sealed record ConsoleRoot(string Path)
{
    /// <summary>The address of one of the console's pages.</summary>
    /// <param name="page">The part below <c>console</c>; empty for the first page.</param>
    /// <returns>The path.</returns>
    public string To(string page) => string.IsNullOrEmpty(page) ? $"{Path}console" : $"{Path}console/{page}";

    /// <summary>The address of a form in which one field is filled in; nothing is sent by opening it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The path.</returns>
    public string ToAsk(string form, string field, string value) => To($"ask?form={form}&{field}={Uri.EscapeDataString(value)}#{form}");

    /// <summary>The address of a run's page.</summary>
    /// <param name="id">The run's id.</param>
    /// <returns>The path.</returns>
    public string ToRun(string id) => To($"runs/{Uri.EscapeDataString(id)}");
}
