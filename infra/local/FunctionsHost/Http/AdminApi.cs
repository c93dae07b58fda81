namespace LocalFunctionsHost.Http;

/// <summary>What a person at this machine uses of the Functions host's admin API: status, ping, the functions, a timer by hand.</summary>
internal sealed partial class AdminApi(
    HostSettings settings, HostState state, IReadOnlyList<FunctionEntry> functions, FunctionCaller caller, ILoggerFactory loggers)
{
    private const string RootPage = """
        <!DOCTYPE html>
        <html>
        <head><title>Your Azure Function App is up and running.</title></head>
        <body><h1>Your Functions app is up and running on the local host.</h1></body>
        </html>
        """;

    private const string ByHand = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""";

    private readonly ILogger _log = loggers.CreateLogger("Host.Functions");
    private readonly long _started = Stopwatch.GetTimestamp();

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/", ["GET", "HEAD"], () => Results.Content(RootPage, "text/html"));
        app.MapMethods("/admin/host/ping", ["GET", "POST"], (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store,no-cache";
            http.Response.Headers.Pragma = "no-cache";
        });
        app.MapGet("/admin/host/status", () => Json(new
        {
            id = settings.HostId,
            state = state.Name,
            version = "4.0.0.0",
            versionDetails = "local",
            platformVersion = "",
            instanceId = "",
            computerName = "",
            processUptime = (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds,
            functionAppContentEditingState = "Unknown",
        }));
        app.MapGet("/admin/functions", (HttpRequest request) => Json(functions.Select(f => Describe(f, request))));
        app.MapGet("/admin/functions/{name}", (string name, HttpRequest request) =>
            Find(name) is { } function ? Json(Describe(function, request)) : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapPost("/admin/functions/{name}", (string name, HttpContext http) =>
            state.GateAsync(http, gated => RunAsync(Find(name), gated)));
    }

    // With its length, as the Functions host writes it.
    private static IResult Json(object value) =>
        Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(value), "application/json; charset=utf-8");

    private FunctionEntry? Find(string name) =>
        functions.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));

    // A timer, by hand. What the others would be given, only their own doors know.
    private async Task RunAsync(FunctionEntry? function, HttpContext http)
    {
        if (function is null || !http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = function is null ? StatusCodes.Status404NotFound : StatusCodes.Status415UnsupportedMediaType;
        }
        else if (!function.Trigger.Is("timerTrigger"))
        {
            await Problems.WriteAsync(
                http, StatusCodes.Status400BadRequest, "Not a timer", $"{function.Name} is no timer; only those are run by hand here.");
        }
        else
        {
            _ = RunAsync(function);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private async Task RunAsync(FunctionEntry timer)
    {
        try
        {
            await caller.CallAsync(timer, ByHand, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogFailed(e, timer.Name);
        }
    }

    private object Describe(FunctionEntry function, HttpRequest request)
    {
        var root = $"{request.Scheme}://{request.Host}";
        string? none = null;
        return new
        {
            name = function.Name,
            script_root_path_href = none,
            script_href = none,
            config_href = none,
            test_data_href = none,
            href = $"{root}/admin/functions/{function.Name}",
            invoke_url_template = function.IsHttp ? $"{root}/{FunctionRoutes.Template(function, settings.RoutePrefix)}" : null,
            language = function.Language,
            config = new
            {
                name = function.Name,
                entryPoint = function.EntryPoint,
                scriptFile = function.ScriptFile,
                language = function.Language,
                functionDirectory = "",

                // Without what only the worker reads.
                bindings = function.Bindings.Select(binding => binding.Raw.EnumerateObject()
                    .Where(property => !property.NameEquals("properties"))
                    .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal)),
            },
            files = none,
            test_data = "",
            isDisabled = false,
            isDirect = false,
            isProxy = false,
        };
    }

    [LoggerMessage(7321, LogLevel.Error, "{Function}, run by hand, failed.")]
    private partial void LogFailed(Exception e, string function);
}
