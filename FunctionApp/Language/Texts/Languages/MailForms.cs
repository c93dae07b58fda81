namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>
/// How mail programs mark, in one language, what the sender did not write in this mail. A star stands for anything, also nothing.
/// </summary>
internal sealed record MailForms
{
    /// <summary>The line before a quotation, which may be wrapped: <c>On * wrote:</c>.</summary>
    public required IReadOnlyList<string> Attributions { get; init; }

    /// <summary>The fields of the block before a quotation or a forwarded mail.</summary>
    public required HeaderFieldNames Headers { get; init; }

    /// <summary>What a line between dashes says above a quotation: <c>Original Message</c>.</summary>
    public required IReadOnlyList<string> Dividers { get; init; }

    /// <summary>What a line says above a forwarded mail, between dashes or with a colon.</summary>
    public required IReadOnlyList<string> Forwards { get; init; }

    /// <summary>What stands before the subject of a mail that forwards another.</summary>
    public required IReadOnlyList<string> ForwardSubjects { get; init; }

    /// <summary>What help desks write above what they quote, anywhere in its line: <c>reply above this line</c>.</summary>
    public required IReadOnlyList<string> ReplyAbove { get; init; }

    /// <summary>Lines that a device or program adds below a message: <c>Sent from my *</c>.</summary>
    public required IReadOnlyList<string> DeviceLines { get; init; }

    /// <summary>Titles of a paragraph about confidentiality.</summary>
    public required IReadOnlyList<string> DisclaimerTitles { get; init; }

    /// <summary>Words of which a paragraph about confidentiality has several.</summary>
    public required IReadOnlyList<string> Disclaimers { get; init; }

    /// <summary>Words of which a warning of mail from outside has several.</summary>
    public required IReadOnlyList<string> Banners { get; init; }

    /// <summary>What somebody says who only hands a mail on: <c>see below</c>.</summary>
    public required IReadOnlyList<string> Introductions { get; init; }
}
