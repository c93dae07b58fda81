using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Tests.Unicode;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("a\u0000b\u001b[31mc\u0007", "ab[31mc")]
    [InlineData("user\u202Egpj.exe", "usergpj.exe")]
    [InlineData("zero\u200Bwidth\uFEFF\u2066x\u2069", "zerowidthx")]
    [InlineData("no\u00A0break\ttab", "no break tab")]
    [InlineData("Grüße 你好 👍", "Grüße 你好 👍")]
    public void What_hides_or_reorders_text_is_removed(string text, string clean) => Assert.Equal(clean, SafeText.Clean(text));

    [Fact]
    public void Short_text_is_cut_at_a_word() => Assert.Equal("one two…", SafeText.Shorten("one two three", 10));

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        var cut = SafeText.Shorten(string.Concat(Enumerable.Repeat("👍", 20)), 10);

        Assert.Equal("👍👍👍👍…", cut);
    }
}
