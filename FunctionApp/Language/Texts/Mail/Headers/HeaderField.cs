namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>What a field of a mail's header tells.</summary>
internal enum HeaderField
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>Who wrote it.</summary>
    From,

    /// <summary>When it was sent, in a word that only mail programs use.</summary>
    Sent,

    /// <summary>Its date, which may be anything's.</summary>
    Date,

    /// <summary>To whom.</summary>
    To,

    /// <summary>Its subject.</summary>
    Subject,
}
