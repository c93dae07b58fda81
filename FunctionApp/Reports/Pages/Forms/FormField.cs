namespace FuseDeskFlows.Reports.Pages.Forms;

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name, as it is sent.</param>
/// <param name="Label">What a person reads beside it.</param>
/// <param name="Kind">How it is filled in.</param>
public sealed record FormField(string Name, string Label, FormFieldKind Kind = FormFieldKind.Line)
{
    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What may be chosen: the value and its name.</summary>
    public IReadOnlyList<(string Value, string Name)> Choices { get; init; } = [];

    /// <summary>What to write in it, such as an example; null where the label says all.</summary>
    public string? Hint { get; init; }

    /// <summary>What the browser may fill in, by the names of HTML: <c>name</c>, or <c>off</c> for nothing.</summary>
    public string AutoComplete { get; init; } = "off";

    /// <summary>What was sent.</summary>
    public string Value { get; init; } = "";
}
