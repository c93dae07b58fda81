using System.Diagnostics;
using System.Text.Json;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

public sealed class DamagedTextTests
{
    [Theory]
    [InlineData(
        "I can&amp;#39;t log in &amp;amp; my colleague can&rsquo;t either. It says &amp;lt;error 4107&amp;gt;.",
        "I can't log in & my colleague can’t either. It says <error 4107>.")]
    [InlineData("L&amp;#39;export est vide, c&amp;eacute;d&amp;eacute;", "L'export est vide, cédé")]
    [InlineData("M&amp;amp;uuml;ller &amp;amp;amp; Co", "Müller & Co")]
    [InlineData(
        "It=E2=80=99s urgent, our board meets to=\nmorrow.=20\nCould you reset it?=20",
        "It’s urgent, our board meets tomorrow. \nCould you reset it? ")]
    [InlineData("M=C3=BCller und Gr=C3=B6=C3=9Fe", "Müller und Größe")]
    [InlineData("M=FCller und Gr=F6=DFe", "Müller und Größe")]
    [InlineData("1 =3D 1, siehe unten=\r\n weiter", "1 = 1, siehe unten weiter")]
    [InlineData("Itâ€™s still broken. MÃ¼ller and Nuñez canâ€™t log in.", "It’s still broken. Müller and Nuñez can’t log in.")]
    [InlineData("â€œErrorâ€\u009d â€“ 20â‚¬", "“Error” – 20€")]
    [InlineData("MÃƒÂ¼ller", "Müller")]
    [InlineData("Ã‰tÃ© Ã\u00a0 Paris", "Été à Paris")]
    [InlineData("ã‚¨ã‚¯ã‚¹ãƒ\u009dãƒ¼ãƒˆ", "エクスポート")]
    [InlineData("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет")]
    public void What_is_certainly_damaged_is_mended(string damaged, string mended) =>
        Assert.Equal(mended.Trim(), Read(damaged).Replace(" \n", "\n", StringComparison.Ordinal), ignoreAllWhiteSpace: true);

    [Theory]
    [InlineData("Call https://example.com/?id=20&x=3D&y=E2 now")]
    [InlineData("The log says retry=30 and timeout=20.")]
    [InlineData("a=b, c = d")]
    [InlineData("Nuñez, Müller, François, “quoted” – 20 €, 20 °C")]
    [InlineData("São “MAÇÔ”, MAÇÃO, “A ROMÔ")]
    [InlineData("AT&T and R&D; a & b")]
    [InlineData("Ãëîáà")]
    public void What_may_be_meant_stays_as_it_is(string text) => Assert.Equal(text, Read(text));

    [Fact]
    public void Who_writes_about_entities_keeps_them() => Assert.Equal(
        "Your mail shows &nbsp; and &lt;b&gt; instead of <b>.",
        Read("<p>Your mail shows &amp;nbsp; and &amp;lt;b&amp;gt; instead of &lt;b&gt;.</p>"));

    [Theory]
    [InlineData("Can&#039;t log in", "Can't log in")]
    [InlineData("Can&amp;#039;t log in", "Can't log in")]
    [InlineData("R&amp;D: M&uuml;ller", "R&D: Müller")]
    [InlineData("=?UTF-8?Q?Can=27t_log_in?=", "Can't log in")]
    [InlineData("=?utf-8?B?44Ko44Kv44K544Od?= =?utf-8?B?44O844OI?=", "エクスポート")]
    [InlineData("=?iso-8859-1?Q?R=FCckerstattung?= 4711", "Rückerstattung 4711")]
    [InlineData("RÃ¼ckerstattung", "Rückerstattung")]
    [InlineData("AT&T = R&D?", "AT&T = R&D?")]
    [InlineData("=?bad?X?y?=", "=?bad?X?y?=")]
    public void Subjects_are_mended_too(string damaged, string mended)
    {
        var json = JsonSerializer.SerializeToElement(
            new
            {
                caseid = 7,
                summary = damaged,
                history = new[] { new { subject = damaged, body = "x" } },
            });
        var read = CaseReader.ParseCase(json, isPartial: false)!;

        Assert.Equal((mended, mended), (read.Subject, read.History[0].Subject));
    }

    [Theory]
    [InlineData("=")]
    [InlineData("=E2=80")]
    [InlineData("=\n")]
    [InlineData("&amp;")]
    [InlineData("&")]
    [InlineData("Ã¼")]
    [InlineData("â€")]
    [InlineData("=?utf-8?Q?a?= ")]
    [InlineData("?= =?")]
    public void Two_megabytes_of_damage_take_a_time_linear_in_its_length(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length));
        var watch = Stopwatch.StartNew();

        DamagedText.MendLine(DamagedText.Mend(DamagedText.MendTransfer(text)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    private static string Read(string body) =>
        Assert
            .Single(
                CaseReader
                    .ParseCase(JsonSerializer.SerializeToElement(new { caseid = 7, history = new[] { new { body } } }), isPartial: false)!
                    .History)
            .Text;
}
