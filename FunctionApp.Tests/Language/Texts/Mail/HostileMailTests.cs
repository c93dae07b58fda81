using System.Diagnostics;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Language.Texts.Mail;

/// <summary>Whoever can write a mail to a help desk can write these; each is read in a time that grows with its length alone.</summary>
public sealed class HostileMailTests
{
    private const int Length = 120_000;
    private const int Attempts = 3;

    [Theory]
    [InlineData("> a quoted line\n")]
    [InlineData(">")]
    [InlineData("On On On ")]
    [InlineData("On\n")]
    [InlineData("On 12 November 2026 10:15 <a@b.example> wrote:\n")]
    [InlineData("From: a@b.example\nSubject: x\ntext\n\n")]
    [InlineData("A: b\n")]
    [InlineData("---- Forwarded message ----\n")]
    [InlineData("> ---- Forwarded message ----\nx\n")]
    [InlineData("--\nx\n\n")]
    [InlineData("a a a a\n")]
    [InlineData("Kind regards\n\n")]
    [InlineData("Kind regards and ")]
    [InlineData("line that is confidential\n\n")]
    [InlineData("これはテストです。")]
    [InlineData("\n")]
    [InlineData("[image.png]\n")]
    [InlineData("<div class=\"gmail_quote\">x")]
    [InlineData("<div class=\"gmail_attr\">x<br>")]
    [InlineData("<blockquote>x<div>y</blockquote>")]
    [InlineData("<p>x</div>")]
    [InlineData("<div style=\"display:none\">")]
    [InlineData("<style>.a{")]
    public void A_part_that_is_repeated_without_end_takes_linear_time(string part)
    {
        // What it takes for an eighth of the length bounds the whole, with room for a busy machine; one that is busy with something else
        // only while the whole is read is asked again.
        Read(Repeat(part, Length / 8));
        var measured = new List<string>();
        while (measured.Count < Attempts)
        {
            var eighth = Measure(Repeat(part, Length / 8));
            var whole = Measure(Repeat(part, Length));
            if (whole < TimeSpan.FromSeconds(1) + (eighth * 24))
            {
                return;
            }

            measured.Add($"{whole} after {eighth}");
        }

        Assert.Fail(string.Join(", ", measured));
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static TimeSpan Measure(string text)
    {
        var watch = Stopwatch.StartNew();
        Read(text);
        return watch.Elapsed;
    }

    private static void Read(string text)
    {
        var plain = PlainText.StripMarkup(text);
        Mails.Separate(Mails.FromCustomer(plain), Mails.FromTeam(plain));
    }
}
