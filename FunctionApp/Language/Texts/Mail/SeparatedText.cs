using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>A mail's text, by whose it is.</summary>
internal sealed record SeparatedText
{
    /// <summary>What the sender wrote, without greeting and signature.</summary>
    public required string Own { get; init; }

    public IReadOnlyList<InlineAnswer> Answers { get; init; } = [];

    public ForwardedText? Forwarded { get; init; }

    /// <summary>What is somebody else's and stands in no earlier item; empty if there is none.</summary>
    public string SetAside { get; init; } = "";
}
