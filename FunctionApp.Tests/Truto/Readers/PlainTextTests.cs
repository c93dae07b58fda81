using System.Diagnostics;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("just text", "just text")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("Sarah <sarah@example.com> wrote:", "Sarah <sarah@example.com> wrote:")]
    [InlineData("line one\r\nline two  \r\n\r\n\r\n\r\nend", "line one\nline two\n\nend")]
    [InlineData("Fish &amp; chips&nbsp;&#8211; 5 &lt; 6", "Fish & chips – 5 < 6")]
    [InlineData("R&D and AT&T", "R&D and AT&T")]
    [InlineData("<p>Hello   <b>there</b>,\n how are you?</p><p>Bye</p>", "Hello there, how are you?\n\nBye")]
    [InlineData("one<br>two<BR/>three", "one\ntwo\nthree")]
    [InlineData("<div>one</div><div>two</div>", "one\ntwo")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "- one\n- two")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<p>before</p><script>if (a </div> b) alert('<p>x</p>')</script><p>after</p>", "before\n\nafter")]
    [InlineData("<style>p { color: red } </p></style><p>text</p>", "text")]
    [InlineData("<html><head><title>T</title><style>x</style></head><body>text</body></html>", "text")]
    [InlineData("<html><head><meta charset=utf-8><body>text</body></html>", "text")]
    [InlineData("<!-- <p>hidden</p> --><p>shown</p>", "shown")]
    [InlineData("<p>a&nbsp;b &copy; &#x1F600;</p>", "a b © 😀")]
    [InlineData("<p>cut off in the mid", "cut off in the mid")]
    [InlineData("<p>a</p><script>never closed", "a")]
    [InlineData("<p><img src=x onerror=alert(1)>seen</p>", "seen")]
    [InlineData("When I paste <script> into my page\nit breaks.", "When I paste <script> into my page\nit breaks.")]
    [InlineData("Hello\nplease <b>help</b>\nBye", "Hello\nplease help\nBye")]
    [InlineData("Hi <script>alert(1)</script>there", "Hi there")]
    [InlineData("<sarah@example.com> wrote", "<sarah@example.com> wrote")]
    [InlineData("<https://example.com> is down", "<https://example.com> is down")]
    [InlineData("", "")]
    public void Markup_goes_and_words_stay(string text, string plain) => Assert.Equal(plain, PlainText.StripMarkup(text));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<p><b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<!--")]
    [InlineData("<div <div ")]
    [InlineData("<script>")]
    [InlineData("&amp;")]
    [InlineData("\r\n ")]
    public void Hostile_markup_is_read_in_no_time(string part)
    {
        var text = "<p>" + string.Concat(Enumerable.Repeat(part, 100_000));
        var watch = Stopwatch.StartNew();
        PlainText.StripMarkup(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
    }
}
