namespace FuseDeskFlows.Language.Texts.Mail.Lines;

/// <summary>A line of a mail.</summary>
/// <param name="Text">The line, trimmed, without the marks of a quotation.</param>
/// <param name="IsQuoted">True if it bears such marks.</param>
/// <param name="FirstWord">Its first word.</param>
/// <param name="EndWord">Behind its last word.</param>
internal readonly record struct MailLine(string Text, bool IsQuoted, int FirstWord, int EndWord)
{
    public bool IsBlank => Text.Length == 0;
}
