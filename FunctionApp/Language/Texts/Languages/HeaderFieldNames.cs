namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>The names that mail programs give a mail's header fields in one language.</summary>
internal sealed record HeaderFieldNames
{
    /// <summary>Who wrote it.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>When it was sent, in words that nobody uses of anything but mail.</summary>
    public required IReadOnlyList<string> Sent { get; init; }

    /// <summary>Its date, in words that may be about any day.</summary>
    public required IReadOnlyList<string> Date { get; init; }

    /// <summary>To whom.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Its subject.</summary>
    public required IReadOnlyList<string> Subject { get; init; }

    /// <summary>What else stands in such a block: copies, importance, attachments.</summary>
    public required IReadOnlyList<string> Copy { get; init; }
}
