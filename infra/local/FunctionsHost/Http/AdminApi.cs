using System.Diagnostics;
using System.Text.Json;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Jobs;
using LocalFunctionsHost.Settings;

namespace LocalFunctionsHost.Http;

/// <summary>The part of the Functions host's admin API that a person at this machine uses: status, ping, the functions, a timer by hand.</summary>
internal sealed partial class AdminApi(
    HostSettings settings, HostState state, IReadOnlyList<FunctionEntry> functions, IFunctionCaller caller, ILoggerFactory loggers)
{
    private const string RootPage = """
        <!DOCTYPE html>
        <html>
        <head><title>Your Azure Function App is up and running.</title></head>
        <body><h1>Your Functions app is up and running on the local host.</h1></body>
        </html>
        """;

    private readonly ILogger _log = loggers.CreateLogger("Host.Functions");
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/", ["GET", "HEAD"], () => Results.Content(RootPage, "text/html"));
        app.MapMethods("/admin/host/ping", ["GET", "POST"], Ping);
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
        app.MapGet("/admin/functions", (HttpContext http) => Json(functions.Select(f => Describe(f, http))));
        app.MapGet("/admin/functions/{name}", (string name, HttpContext http) =>
            functions.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)) is { } function
                ? Json(Describe(function, http))
                : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapPost("/admin/functions/{name}", (string name, HttpContext http) =>
            state.GateAsync(http, gated => RunAsync(name, gated)));
    }

    private static void Ping(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store,no-cache";
        http.Response.Headers.Pragma = "no-cache";
    }

    // With its length, as the Functions host writes it.
    private static IResult Json(object value) => Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(value), "application/json; charset=utf-8");

    // A timer, by hand. What the others would be given, only their own doors know.
    private async Task RunAsync(string name, HttpContext http)
    {
        if (functions.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (!function.Trigger.Is("timerTrigger"))
        {
            await Problems.WriteAsync(
                http, StatusCodes.Status400BadRequest, "Not a timer", $"{function.Name} is no timer function; only those are run by hand here.");
        }
        else
        {
            _ = RunAsync(function);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private async Task RunAsync(FunctionEntry function)
    {
        try
        {
            await caller.CallAsync(function, """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""", CancellationToken.None);
        }
        catch (Exception e)
        {
            LogFailed(e, function.Name);
        }
    }

    private Dictionary<string, object?> Describe(FunctionEntry function, HttpContext http)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = function.Name,
            ["script_root_path_href"] = null,
            ["script_href"] = null,
            ["config_href"] = null,
            ["test_data_href"] = null,
            ["href"] = $"{root}/admin/functions/{function.Name}",
            ["invoke_url_template"] = function.IsHttp ? $"{root}/{FunctionRoutes.Template(function, settings.RoutePrefix)}" : null,
            ["language"] = function.Language,
            ["config"] = new
            {
                name = function.Name,
                entryPoint = function.EntryPoint,
                scriptFile = function.ScriptFile,
                language = function.Language,
                functionDirectory = "",
                bindings = function.Bindings.Select(binding => Config(binding.Raw)),
            },
            ["files"] = null,
            ["test_data"] = "",
            ["isDisabled"] = false,
            ["isDirect"] = false,
            ["isProxy"] = false,
        };
    }

    // Without what only the worker reads.
    private static Dictionary<string, JsonElement> Config(JsonElement binding) => binding.EnumerateObject()
        .Where(property => !property.NameEquals("properties"))
        .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);

    [LoggerMessage(7321, LogLevel.Error, "{Function}, run by hand, failed.")]
    private partial void LogFailed(Exception e, string function);
}
