namespace FuseDeskFlows.Language.Texts.Mail.Lines;

/// <summary>Whose a line of a mail is.</summary>
internal enum LineRole
{
    /// <summary>The sender's own.</summary>
    Own = 0,

    /// <summary>An earlier item has it.</summary>
    Quoted,

    /// <summary>A mail program wrote it above what it quotes.</summary>
    Header,

    /// <summary>Somebody else's, whom no earlier item shows.</summary>
    Foreign,

    /// <summary>Of a mail that is handed on.</summary>
    Forwarded,
}
