using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

/// <summary>Tells the person at the terminal what is served, on one screen.</summary>
internal sealed class StartupText(TextWriter output, HostSettings settings, IEnumerable<FunctionEntry> functions)
{
    private const int WidthOfHeads = 9;
    private const int Gap = 2;

    private static readonly (string Trigger, string One, string Many)[] DurableKinds =
    [
        ("orchestrationTrigger", "orchestration", "orchestrations"),
        ("activityTrigger", "activity", "activities"),
        ("entityTrigger", "entity", "entities"),
    ];

    private readonly IAnsiConsole _console = TerminalConsole.On(output);
    private readonly ILookup<string, FunctionEntry> _functions =
        functions.ToLookup(function => function.Trigger.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>Prints; verbose, with orchestrations, activities and entities. <paramref name="next"/> is null for never.</summary>
    public void Print(Uri address, bool verbose, Func<FunctionEntry, DateTimeOffset?> next)
    {
        Write("App", [[$"{settings.AppName} at {address.GetLeftPart(UriPartial.Authority)}"]]);
        Write("Open", settings.StartPage is { } page ? [[new Uri(address, page).ToString()]] : []);
        var account = settings.HasStorageAccount ? "; runs and queues in the account of AzureWebJobsStorage" : "";
        Write("State", [[settings.StateFolder + account]]);
        WriteRoutes();
        Write("Schedules", _functions["timerTrigger"].Select(timer => new[]
        {
            timer.Name, $"{Expanded(timer, "schedule")}, {(next(timer) is { } run ? $"next {run:yyyy-MM-dd HH:mm:ss zzz}" : "never")}",
        }));
        Write("Queues", _functions["queueTrigger"].Select(queue => new[] { Expanded(queue, "queueName"), queue.Name }));
        WriteDurable(verbose);
        output.WriteLine("Ctrl+C stops it.");
        output.Flush();
    }

    private void WriteRoutes()
    {
        var prefix = settings.RoutePrefix.Length == 0 ? "" : $"/{settings.RoutePrefix}";
        var groups = _functions["httpTrigger"].Select(Route)
            .GroupBy(route => $"{prefix}/{route.First}", route => route.Tail, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var left = _console.Profile.Width - WidthOfHeads - groups.Select(group => group.Key.Length).DefaultIfEmpty().Max() - (2 * Gap);
        Write("HTTP", groups.Select(group => new[] { group.Key, Wrap(group.Order(StringComparer.Ordinal), left) }));
    }

    // The first segment, and the methods with what follows it.
    private static (string First, string Tail) Route(FunctionEntry function)
    {
        var segments = FunctionRoutes.Template(function, "").Trim('/').Split('/', 2);
        var methods = function.Trigger.Texts("methods");
        var verbs = methods.Count == 0 ? "any" : string.Join('|', methods.Select(method => method.ToUpperInvariant()));
        return (segments[0], segments.Length == 1 ? verbs : $"{verbs} /{segments[1]}");
    }

    // By routes, not by words: a method stays with its path.
    private static string Wrap(IEnumerable<string> items, int width) => items.Aggregate("", (text, item) => text.Length switch
    {
        0 => item,
        _ when text.Length - text.LastIndexOf('\n') + item.Length + 2 > width => $"{text},\n{item}",
        _ => $"{text}, {item}",
    });

    // A setting that is missing stays as it is written.
    private string Expanded(FunctionEntry function, string property) =>
        function.Trigger.Text(property) is { } text ? new SettingExpander(settings.Configuration).Expand(text, out _) ?? text : "";

    private void WriteDurable(bool verbose)
    {
        var kinds = DurableKinds
            .Select(kind => (kind.One, kind.Many, Names: _functions[kind.Trigger].Select(function => function.Name).ToList()))
            .Where(kind => kind.Names.Count > 0).ToList();
        if (verbose)
        {
            string Listed(List<string> names) => string.Join(", ", names.Order(StringComparer.OrdinalIgnoreCase));
            Write("Durable", kinds.Select(kind => new[] { $"{kind.Many}: {Listed(kind.Names)}" }));
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
                bool IsLast(int i) => i == row.Length - 1;
                GridColumn Column(int i) => new() { NoWrap = !IsLast(i), Padding = new(0, 0, IsLast(i) ? 0 : Gap, 0) };
                grid.AddColumns([.. row.Select((_, i) => Column(i))]);
            }

            grid.AddRow([new Text(head, new Style(decoration: Decoration.Bold)), .. row.Select(text => new Text(text))]);
            head = "";
        }

        if (grid.Columns.Count > 0)
        {
            _console.Write(grid);
        }
    }
}
