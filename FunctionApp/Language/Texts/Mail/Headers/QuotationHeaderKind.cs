namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>What kind of header stands above another mail's text.</summary>
internal enum QuotationHeaderKind
{
    /// <summary>A sentence: who wrote when.</summary>
    Attribution,

    /// <summary>A block of fields, or a line that says that the original follows.</summary>
    Block,

    /// <summary>The mail says that it forwards what follows.</summary>
    Forward,

    /// <summary>A help desk's line, above which an answer belongs.</summary>
    ReplyAbove,
}
