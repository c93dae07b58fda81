namespace FuseDeskFlows.Reports.Pages;

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name, as it is sent.</param>
/// <param name="Label">What a person reads beside it.</param>
/// <param name="Kind">How it is filled in.</param>
public sealed record AskField(string Name, string Label, AskFieldKind Kind = AskFieldKind.Line)
{
    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What may be chosen: the value and its name.</summary>
    public IReadOnlyList<(string Value, string Name)> Choices { get; init; } = [];

    /// <summary>An example; null for none.</summary>
    public string? Example { get; init; }

    /// <summary>What was sent.</summary>
    public string Value { get; init; } = "";
}
