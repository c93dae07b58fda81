using System.Text.Json;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Settings;
using LocalFunctionsHost.Terminal;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Tests.Terminal;

public sealed class StartupTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 8, 13, 5, 1, TimeSpan.Zero);

    [Fact]
    public void Routes_schedules_queues_and_counts_are_told_with_addresses_and_state()
    {
        var text = string.Join('\n', Print(verbose: false, Sample).Split('\n').Select(line => line.TrimEnd()));
        Assert.Equal(
            """
            App        MyApp at http://localhost:7071
            State      /repo/.local
            HTTP       /api/cases   GET /{caseId}/triage, GET|POST /triage
                       /api/Health  any
            Schedules  Audit  0 */5 * * * *, next 2026-06-08 13:10:00 +00:00
            Queues     case-events  CaseInbox
            Durable    1 orchestration, 2 activities, 1 entity (--verbose lists them)
            Ctrl+C stops it.

            """,
            text);
    }

    [Fact]
    public void Everything_is_listed_for_who_wants_to_read_it() =>
        Assert.Contains("ReadCase, ReadRep", Print(verbose: true, Sample), StringComparison.Ordinal);

    [Fact]
    public void The_apps_page_for_people_is_named_with_its_whole_address() =>
        Assert.Matches(@"\nOpen +http://localhost:7071/api/console *\n", Print(verbose: false, Sample, "/api/console"));

    [Fact]
    public void Fifty_functions_fit_a_screen()
    {
        var functions = Enumerable
            .Range(0, 20)
            .Select(i =>
                Function($"Http{i}", $$"""{"type":"httpTrigger","methods":["post"],"route":"part{{i % 8}}/{id}/operation{{i}}"}"""))
            .Concat(Enumerable.Range(0, 3).Select(i => Function($"Timer{i}", """{"type":"timerTrigger","schedule":"0 */5 * * * *"}""")))
            .Concat(Enumerable.Range(0, 3).Select(i => Function($"Queue{i}", $$"""{"type":"queueTrigger","queueName":"queue-{{i}}"}""")))
            .Concat(Enumerable.Range(0, 24).Select(i => Function($"Activity{i}", """{"type":"activityTrigger"}""")));
        var lines = Print(verbose: false, [.. functions]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 10, 24);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 100));
    }

    private static FunctionEntry[] Sample =>
    [
        Function("Triage", """{"type":"httpTrigger","methods":["get","post"],"route":"cases/triage"}"""),
        Function("GetTriage", """{"type":"httpTrigger","methods":["get"],"route":"cases/{caseId}/triage"}"""),
        Function("Health", """{"type":"httpTrigger"}"""),
        Function("Audit", """{"type":"timerTrigger","schedule":"%Schedule%"}"""),
        Function("CaseInbox", """{"type":"queueTrigger","queueName":"case-events"}"""),
        Function("CaseTriage", """{"type":"orchestrationTrigger"}"""),
        Function("ReadCase", """{"type":"activityTrigger"}"""),
        Function("ReadRep", """{"type":"activityTrigger"}"""),
        Function("Ledger", """{"type":"entityTrigger"}"""),
    ];

    private static string Print(bool verbose, FunctionEntry[] functions, string? startPage = null)
    {
        var settings = new HostSettings
        {
            AppFolder = "/app",
            AppAssembly = "/app/MyApp.dll",
            StateFolder = "/repo/.local",
            StartPage = startPage,
            WorkerEnvironment = new Dictionary<string, string?>(StringComparer.Ordinal),
            Configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Schedule", "0 */5 * * * *")]).Build(),
        };
        var output = new StringWriter();
        new StartupText(output, settings, functions).Print(new Uri("http://localhost:7071/"), verbose, _ => Now.AddSeconds(299));
        return output.ToString();
    }

    private static FunctionEntry Function(string name, string trigger)
    {
        var raw = JsonDocument.Parse(trigger).RootElement;
        return new(
            name, "MyApp.dll", $"MyApp.{name}.Run", "dotnet-isolated", [new("trigger", raw.GetProperty("type").GetString()!, "In", raw)]);
    }
}
