using LocalFunctionsHost.Terminal;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace LocalHost.Tests.Terminal;

public sealed class RunViewTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 8, 13, 5, 1, TimeSpan.Zero));

    [Fact]
    public async Task Each_change_is_a_line_and_a_wait_says_until_when_and_for_what()
    {
        Assert.Equal(
            """
            13:05:01 reading the history (0 of 3)
            13:05:01 reading the history (1 of 3): waits until 13:58:31 (53 min 30 s) for FuseDesk quota, to call get_case
            13:05:01 done (3 of 3)

            """.ReplaceLineEndings(),
            await LinesAsync(
                """{"phase":"reading the history","done":0,"total":3,"waiting":null}""",
                """{"phase":"reading the history","done":0,"total":3,"waiting":null}""",
                """
                {"phase":"reading the history","done":1,"total":3,
                  "waiting":{"until":"2026-06-08T13:58:31+00:00","for":"FuseDesk quota, to call get_case"}}
                """,
                null,
                """{"phase":"done","done":3,"total":3}"""));
    }

    [Fact]
    public async Task A_wait_of_another_day_has_its_date() => Assert.Equal(
        $"13:05:01 asleep: waits until 2026-06-10 09:00:00 (1 d 19 h){Environment.NewLine}",
        await LinesAsync("""{"phase":"asleep","waiting":{"until":"2026-06-10T09:00:00Z"}}"""));

    [Theory]
    [InlineData("\"halfway\"")]
    [InlineData("""{"step":1}""")]
    [InlineData("""{"phase":1}""")]
    [InlineData("no JSON")]
    public async Task A_status_of_another_form_is_shown_as_it_is(string status) =>
        Assert.Equal($"13:05:01 status: {status}{Environment.NewLine}", await LinesAsync(status));

    [Fact]
    public async Task A_terminal_gets_a_bar_with_phase_and_steps_and_no_trace_of_it_stays()
    {
        using var output = new RecordingWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 100;
        var ended = await new RunView(TextWriter.Null, console, _time).ShowAsync("CaseTriage", async show =>
        {
            show("""{"phase":"reading [the] history","done":1,"total":3}""");
            await SeenAsync(output, "reading [the] history");
            show("""{"phase":"reading","done":1,"total":3,"waiting":{"until":"2026-06-08T13:58:31Z","for":"FuseDesk quota"}}""");
            await SeenAsync(output, "waits until 13:58:31 (53 min 30 s) for FuseDesk quota");
            return 7;
        });
        Assert.Equal(7, ended);
        Assert.Contains("1 of 3", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("━", output.ToString(), StringComparison.Ordinal);
    }

    private static Task SeenAsync(RecordingWriter output, string text) => Eventually.TrueAsync(
        () => output.ToString().Contains(text, StringComparison.Ordinal), $"'{text}' is shown");

    private async Task<string> LinesAsync(params string?[] statuses)
    {
        var output = new StringWriter();
        await new RunView(output, null, _time).ShowAsync("CaseTriage", show =>
        {
            Array.ForEach(statuses, show);
            return Task.FromResult(0);
        });
        return output.ToString();
    }
}
