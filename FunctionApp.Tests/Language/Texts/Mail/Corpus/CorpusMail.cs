namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>A mail of the corpus, with what its sender wrote in it.</summary>
/// <param name="Name">Language, program and style.</param>
/// <param name="Text">The body, HTML or not.</param>
/// <param name="Parts">The language's parts, of which it is built.</param>
/// <param name="Own">What its sender wrote.</param>
/// <param name="IsForward">True if it only hands on the other mail.</param>
internal sealed record CorpusMail(string Name, string Text, LanguageParts Parts, IReadOnlyList<string> Own, bool IsForward = false)
{
    public override string ToString() => Name;
}
