namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>Lines by which a mail program says that what follows is from another mail.</summary>
internal sealed record QuotationHeader
{
    public required QuotationHeaderKind Kind { get; init; }

    /// <summary>How many lines it has, blank ones between them included.</summary>
    public required int Lines { get; init; }

    /// <summary>Who wrote what follows, as the header says.</summary>
    public string? From { get; init; }

    /// <summary>The other mail's subject.</summary>
    public string? Subject { get; init; }

    /// <summary>False if it is one only where a quotation does follow.</summary>
    public bool IsCertain { get; init; } = true;
}
