using System.Net;

namespace LocalFunctionsHost.Http;

/// <summary>Takes requests to the durable extension's management API.</summary>
internal sealed partial class ManagementRequests(
    HostSettings settings, IReadOnlyList<FunctionEntry> functions, Func<string> ownHub, Func<WebHooks> hooks, HostState state,
    SqliteStorageHealth storage, ILoggerFactory loggers)
{
    private const string Instances = WebHooks.DurablePath + "/instances";
    private const string Starts = WebHooks.DurablePath + "/orchestrators";

    private readonly ILogger _log = loggers.CreateLogger("Host.Management");

    // The hubs that functions name; the app's own is the extension's to say.
    private readonly HashSet<string> _hubs = new(
        functions.SelectMany(function => function.Clients)
            .Select(client => new SettingExpander(settings.Configuration).Expand(client.Text("taskHub") ?? "", out _) ?? ""),
        StringComparer.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext http)
    {
        if (UnknownHub(http.Request) is { } hub)
        {
            await Problems.WriteAsync(http, StatusCodes.Status404NotFound, "No such task hub", $"'{hub}' is none of the app's task hubs.");
            return;
        }

        if (IsPurge(http.Request) && PurgeFilter.Problem(http.Request.Query) is { } problem)
        {
            await Problems.WriteAsync(http, StatusCodes.Status400BadRequest, "The filter cannot be read", problem);
            return;
        }

        try
        {
            using var response = await AskAsync(http);
            if (response is null)
            {
                await Problems.UnavailableAsync(http, "The host is stopping. A run that was begun goes on when it is started again.");
            }
            else if ((int)response.StatusCode >= StatusCodes.Status500InternalServerError && storage.Failure is { } failure)
            {
                await Problems.UnavailableAsync(http, failure.Message);
            }
            else
            {
                await WebHooks.WriteAsync(response, http);
            }
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            LogFailed(e, http.Request.Method, http.Request.Path);
            await Problems.FailedAsync(http, storage);
        }
    }

    // A hub is a file, and threads that watch it: none is made for whatever name a request has. In a storage account others may be at work.
    private string? UnknownHub(HttpRequest request) =>
        !settings.HasStorageAccount
        && request.Query["taskHub"].ToString() is var hub
        && !string.IsNullOrWhiteSpace(hub)
        && !string.Equals(hub, ownHub(), StringComparison.OrdinalIgnoreCase)
        && !_hubs.Contains(hub)
            ? hub
            : null;

    // Nothing where the request only waits for a run's end, and the host stops: the extension cannot be told to give up.
    private async Task<HttpResponseMessage?> AskAsync(HttpContext http)
    {
        var waits = HttpMethods.IsPost(http.Request.Method) && http.Request.Query.ContainsKey("timeout");
        var status = waits ? StatusOfStarted(http.Request) : null;
        var answer = hooks().AnswerAsync(http.Request, http.RequestAborted);
        if (!waits || await Task.WhenAny(answer, state.WaitsAreOver) == answer)
        {
            return await answer;
        }

        if (status is null)
        {
            return null;
        }

        // Of what it has started, the status says what the extension would say in the end: that it goes on.
        (http.Request.Method, http.Request.Path) = (HttpMethods.Get, status);
        var goesOn = await hooks().AnswerAsync(http.Request, http.RequestAborted);
        return goesOn.StatusCode is HttpStatusCode.NotFound ? null : goesOn;
    }

    // Where the status is of the instance that a request starts. An id that is left to the extension is chosen here, to be known.
    private static string? StatusOfStarted(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments(Starts, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            return null;
        }

        var names = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names is [var orchestrator])
        {
            names = [orchestrator, Guid.NewGuid().ToString("N")];
            request.Path = $"{Starts}/{orchestrator}/{names[1]}";
        }

        return names is [_, var id] ? $"{Instances}/{id}" : null;
    }

    // Of many instances; of one, the id says which.
    private static bool IsPurge(HttpRequest request) =>
        HttpMethods.IsDelete(request.Method)
        && string.Equals(request.Path.Value?.TrimEnd('/'), Instances, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(7311, LogLevel.Error, "{Method} {Path} failed.")]
    private partial void LogFailed(Exception e, string method, string path);
}
