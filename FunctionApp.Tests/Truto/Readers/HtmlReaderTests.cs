using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

/// <summary>What HTML says of quotations, and what nobody sees of it.</summary>
public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<div style=\"display: none\">x</div><p>Seen</p>")]
    [InlineData("<p>Seen</p><span style='font-size:0'>x</span>")]
    [InlineData("<p>Seen</p><p hidden>x</p>")]
    [InlineData("<p style='visibility: hidden'>x</p>Seen")]
    [InlineData("<div style='max-height:0;overflow:hidden'>x</div><p>Seen</p>")]
    [InlineData("<div class='preheader'>x</div><p>Seen</p>")]
    [InlineData("<style>.pre { display: none !important }</style><div class=pre>x</div><p>Seen</p>")]
    [InlineData("<p style='display:none'>x<p>Seen</p>")]
    [InlineData("<td style='font-size:0px'><div style='font-size:13px'>Seen</div></td>")]
    [InlineData("<div style='position:absolute;left:-9999px'>x</div><p>Seen</p>")]
    [InlineData("<div style='text-indent:-9999px'>x</div><p>Seen</p>")]
    [InlineData("<div style='color:transparent'>x</div><p>Seen</p>")]
    [InlineData("<div style='color:#ffffff;font-size:1px;line-height:1px'>x</div><p>Seen</p>")]
    [InlineData("<p style='font-size:1em;margin-left:-9px;color:#000'>Seen</p>")]
    [InlineData("<p style='font-size:10px'>Seen</p>")]
    [InlineData("<style>@media print { .a { display: none } }</style><p class=a>Seen</p>")]
    public void Hidden_text_is_no_text(string html) => Assert.Equal("Seen", PlainText.StripMarkup(html));

    [Theory]
    [InlineData("<p>Own</p><blockquote type=cite>Other</blockquote>")]
    [InlineData("<p>Own</p><div class=\"ydp1yahoo_quoted\">Other</div>")]
    [InlineData("<p>Own</p><div name=\"quote\">Other</div>")]
    [InlineData("<p>Own</p><div class=gmail_quote><blockquote class=gmail_quote>Other</blockquote></div>")]
    public void Quotations_bear_the_mark_of_plain_mails(string html) =>
        Assert.Equal(["Own", "> Other"], PlainText.StripMarkup(html).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Items_bear_the_numbers_that_people_speak_of() => Assert.Equal(
        ["1. Slow", "2. Twice", "- inner", "3. Empty", "- other", "7. Seventh"],
        PlainText
            .StripMarkup(
                "<ol><li>Slow</li><li>Twice<ul><li>inner</li></ul></li><li>Empty</li></ol><ul><li>other</li></ul><ol start=7>"
                    + "<li>Seventh</li></ol>")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void An_indentation_is_no_quotation() => Assert.Equal(
        "Own", PlainText.StripMarkup("<blockquote style=\"margin: 0 0 0 40px; border: none; padding: 0px;\">Own</blockquote>"));
}
