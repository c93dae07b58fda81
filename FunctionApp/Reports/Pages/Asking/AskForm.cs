using FuseDeskFlows.Reports.Pages.Forms;

namespace FuseDeskFlows.Reports.Pages.Asking;

/// <summary>A form that starts a run of one flow.</summary>
/// <param name="Path">The part of the address below <c>console/ask</c>.</param>
/// <param name="Title">What a person asks for.</param>
/// <param name="Hint">What comes of it.</param>
/// <param name="Fields">What it takes.</param>
public sealed record AskForm(string Path, string Title, string Hint, IReadOnlyList<FormField> Fields)
{
    /// <summary>What is wrong with what was sent; null if nothing is.</summary>
    public string? Fault { get; init; }
}
