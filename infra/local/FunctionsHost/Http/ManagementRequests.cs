using DurableSqlite;
using LocalFunctionsHost.Jobs;

namespace LocalFunctionsHost.Http;

/// <summary>Takes requests to the durable extension's management API.</summary>
internal sealed partial class ManagementRequests(Func<WebHooks> hooks, HostState state, SqliteStorageHealth storage, ILoggerFactory loggers)
{
    private const string Instances = WebHooks.DurablePath + "/instances";

    private readonly ILogger _log = loggers.CreateLogger("Host.Management");

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
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
                await Problems.UnavailableAsync(http, "The host is stopping. The run goes on when it is started again.");
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
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            if (storage.Failure is { } failure)
            {
                await Problems.UnavailableAsync(http, failure.Message);
            }
        }
    }

    // Nothing where the request only waits, and the host stops: the extension waits for the end of a run, and cannot be told to give up.
    private async Task<HttpResponseMessage?> AskAsync(HttpContext http)
    {
        var answer = hooks().AnswerAsync(http.Request, http.RequestAborted);
        return await Task.WhenAny(answer, state.WaitsAreOver) == answer ? await answer : null;
    }

    // Of many instances; of one, the id says which.
    private static bool IsPurge(HttpRequest request) =>
        HttpMethods.IsDelete(request.Method)
        && string.Equals(request.Path.Value?.TrimEnd('/'), Instances, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(7311, LogLevel.Error, "{Method} {Path} failed.")]
    private partial void LogFailed(Exception e, string method, string path);
}
