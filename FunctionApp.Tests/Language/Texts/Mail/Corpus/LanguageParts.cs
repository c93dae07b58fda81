namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>What mails are built of in one language: what people write, and what mail programs put around it.</summary>
internal sealed record LanguageParts(string Code)
{
    /// <summary>The greeting of the rep's mail, its sentences and its closing.</summary>
    public required string[] Team { get; init; }

    /// <summary>Two sentences of the customer.</summary>
    public required string[] Customer { get; init; }

    /// <summary>How the customer closes, without the name.</summary>
    public required string Closing { get; init; }

    /// <summary>What Gmail writes above a quotation.</summary>
    public required string Gmail { get; init; }

    /// <summary>What Apple Mail or Thunderbird write above a quotation.</summary>
    public required string Apple { get; init; }

    /// <summary>Outlook's fields: from, sent, to, subject, each with its colon as it is written.</summary>
    public required string[] Outlook { get; init; }

    /// <summary>The words between dashes above an original.</summary>
    public required string Original { get; init; }

    /// <summary>The words between dashes above a forwarded mail.</summary>
    public required string Forwarded { get; init; }

    /// <summary>The line of a telephone.</summary>
    public required string Device { get; init; }
}
