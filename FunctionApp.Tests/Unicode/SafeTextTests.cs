using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Tests.Unicode;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("a\u0000b\u001b[31mc\u0007", "ab[31mc")]
    [InlineData("user\u202Egpj.exe", "usergpj.exe")]
    [InlineData("zero\u200Bwidth\uFEFF\u2066x\u2069", "zerowidthx")]
    [InlineData("no\u00A0break\ttab", "no break tab")]
    [InlineData("می\u200Cشود", "می\u200Cشود")]
    [InlineData("क्\u200Cष", "क्\u200Cष")]
    [InlineData("re\u200Cfund", "refund")]
    [InlineData("Grüße 你好 👍", "Grüße 你好 👍")]
    public void What_hides_or_reorders_text_is_removed(string text, string clean) => Assert.Equal(clean, SafeText.Clean(text));

    [Theory]
    [InlineData("when does it work?", "When does it work?")]
    [InlineData("don't close it", "Don't close it")]
    [InlineData("ärgerlich.", "Ärgerlich.")]
    [InlineData("https://example.com/a fails", "https://example.com/a fails")]
    [InlineData("members.csv does not load", "members.csv does not load")]
    [InlineData("info@example.com bounces", "info@example.com bounces")]
    [InlineData("iPhone and iPad show nothing", "iPhone and iPad show nothing")]
    [InlineData("a) is done", "a) is done")]
    public void A_sentence_begins_with_a_capital_unless_a_name_would_become_another(string text, string told) =>
        Assert.Equal(told, SafeText.Capitalise(text));

    [Fact]
    public void Short_text_is_cut_at_a_word() => Assert.Equal("one two…", SafeText.Shorten("one two three", 10));

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        var cut = SafeText.Shorten(string.Concat(Enumerable.Repeat("👍", 20)), 10);

        Assert.Equal("👍👍👍👍…", cut);
    }
}
