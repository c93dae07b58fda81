namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>What a mail program uses an element for.</summary>
internal enum HtmlRole
{
    /// <summary>Anything.</summary>
    None = 0,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Holds the line above a quotation, and the quotation in an element of its own.</summary>
    QuoteWrapper,

    /// <summary>The line above a quotation.</summary>
    Attribution,

    /// <summary>The block of fields above a quotation that nothing else marks.</summary>
    Header,

    /// <summary>The sender's signature.</summary>
    Signature,
}
