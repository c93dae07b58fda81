using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It failed. Can you help? Now!", "It failed.|Can you help?|Now!")]
    [InlineData("See e.g. the log of Mr. Ellis at 10.30 a.m. today.", "See e.g. the log of Mr. Ellis at 10.30 a.m. today.")]
    [InlineData("Version 2.1 of app.exe fails", "Version 2.1 of app.exe fails")]
    [InlineData("A wrapped\nline goes on.\n\nA new paragraph", "A wrapped line goes on.|A new paragraph")]
    [InlineData("I see:\n- one thing\n- another", "I see:|one thing|another")]
    [InlineData("... !!!", "")]
    public void Text_is_cut_into_sentences(string text, string sentences) => Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text)));
}
