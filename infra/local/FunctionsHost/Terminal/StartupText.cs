using System.Globalization;
using LocalFunctionsHost.Functions;
using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

/// <summary>Tells the person at the terminal what is served, on one screen.</summary>
internal sealed class StartupText
{
    private const int WidthOfHeads = 9;
    private const int Gap = 2;

    private static readonly (string Trigger, string One, string Many)[] DurableKinds =
    [
        ("orchestrationTrigger", "orchestration", "orchestrations"),
        ("activityTrigger", "activity", "activities"),
        ("entityTrigger", "entity", "entities"),
    ];

    private readonly IAnsiConsole _console;

    private StartupText(IAnsiConsole console) => _console = console;

    /// <summary>Prints.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="served">What is served.</param>
    /// <param name="now">The moment, for the schedules' next runs.</param>
    public static void Print(TextWriter output, ServedApp served, DateTimeOffset now)
    {
        var text = new StartupText(TerminalConsole.On(output));
        text.WriteHead(served);
        text.WriteRoutes(served);
        text.WriteSchedules(served, now);
        text.Write("Queues", Of(served, "queueTrigger").Select(queue => new[] { served.Expand(queue.Trigger.Text("queueName") ?? ""), queue.Name }));
        text.WriteDurable(served);
        output.WriteLine("Ctrl+C stops it.");
        output.Flush();
    }

    private void WriteHead(ServedApp served)
    {
        var account = served.Settings.HasStorageAccount ? "; runs and queues in the account of AzureWebJobsStorage" : "";
        Write("App", [[served.Address is null ? served.Settings.AppName : $"{served.Settings.AppName} at {served.Address.GetLeftPart(UriPartial.Authority)}"]]);
        Write("State", [[served.Settings.StateFolder + account]]);
    }

    private void WriteRoutes(ServedApp served)
    {
        var prefix = served.Settings.RoutePrefix.Length == 0 ? "" : $"/{served.Settings.RoutePrefix}";
        var groups = Of(served, "httpTrigger").Select(HttpRoute.Of).GroupBy(route => prefix + route.Group, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var left = _console.Profile.Width - WidthOfHeads - groups.Select(group => group.Key.Length).DefaultIfEmpty().Max() - (2 * Gap);
        Write("HTTP", groups.Select(group => new[] { group.Key, Wrap(group.Select(route => route.Rest).Order(StringComparer.Ordinal), left) }));
    }

    // By routes, not by words: a method stays with its path.
    private static string Wrap(IEnumerable<string> items, int width) => items.Aggregate("", (text, item) => text.Length switch
    {
        0 => item,
        _ when text.Length - text.LastIndexOf('\n') + item.Length + 2 > width => $"{text},\n{item}",
        _ => $"{text}, {item}",
    });

    private void WriteSchedules(ServedApp served, DateTimeOffset now) => Write("Schedules", Of(served, "timerTrigger").Select(timer =>
    {
        var next = served.NextRun(timer, now) is { } run ? run.ToString("'next' yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : "never";
        return new[] { timer.Name, $"{served.Expand(timer.Trigger.Text("schedule") ?? "")}, {next}" };
    }));

    private void WriteDurable(ServedApp served)
    {
        var kinds = DurableKinds.Select(kind => (kind.One, kind.Many, Names: Of(served, kind.Trigger).Select(function => function.Name).ToList()))
            .Where(kind => kind.Names.Count > 0).ToList();
        if (served.Settings.Verbose)
        {
            Write("Durable", kinds.Select(kind => new[] { $"{kind.Many}: {string.Join(", ", kind.Names.Order(StringComparer.OrdinalIgnoreCase))}" }));
        }
        else if (kinds.Count > 0)
        {
            var counts = kinds.Select(kind => $"{kind.Names.Count} {(kind.Names.Count == 1 ? kind.One : kind.Many)}");
            Write("Durable", [[$"{string.Join(", ", counts)} (--verbose lists them)"]]);
        }
    }

    private void Write(string head, IEnumerable<string[]> rows)
    {
        var grid = new Grid();
        foreach (var row in rows)
        {
            if (grid.Columns.Count == 0)
            {
                // The last column takes the lines' rest, and breaks.
                grid.AddColumn(new GridColumn { Width = WidthOfHeads, NoWrap = true, Padding = new(0, 0, Gap, 0) });
                grid.AddColumns([.. row.Select((_, i) => new GridColumn { NoWrap = i < row.Length - 1, Padding = new(0, 0, i < row.Length - 1 ? Gap : 0, 0) })]);
            }

            grid.AddRow([new Text(head, new Style(decoration: Decoration.Bold)), .. row.Select(text => new Text(text))]);
            head = "";
        }

        if (grid.Columns.Count > 0)
        {
            _console.Write(grid);
        }
    }

    private static IEnumerable<FunctionEntry> Of(ServedApp served, string trigger) => served.Functions.Where(function => function.Trigger.Is(trigger));
}
