namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>What automatic replies say in one language.</summary>
internal sealed record AutomaticReplyCues
{
    /// <summary>What mail programs put before the subject.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>What such a text says of itself.</summary>
    public required IReadOnlyList<string> Texts { get; init; }
}
