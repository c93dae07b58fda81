using FuseDeskFlows.TrutoSandbox.Catalogue;
using FuseDeskFlows.TrutoSandbox.Faults;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>The way of a request: route, token, answer, count.</summary>
internal sealed class RequestPipeline(SandboxState state)
{
    private readonly ProxyHandler _proxy = new(state);
    private readonly CatalogueAnswers _catalogue = new(state.Options);

    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/__sandbox", StringComparison.Ordinal, out var rest))
        {
            await ResponseWriter.SendAsync(context, await ControlRoutes.AnswerAsync(state, context.Request, rest));
            return;
        }

        var route = SandboxRoute.Parse(context.Request.Method, context.Request.Path);
        var answer = new ApiAnswer(0, string.Empty) { Drop = true };
        state.Recorder.Enter();
        try
        {
            answer = await AnswerAsync(route, context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has hung up; there is nobody to answer.
        }
        finally
        {
            // Counted before it is sent, so that whoever has the answer finds it in the statistics.
            state.Recorder.Leave(route.Template, answer.Drop ? null : answer.Status);
        }

        await ResponseWriter.SendAsync(context, answer);
    }

    private async Task<ApiAnswer> AnswerAsync(SandboxRoute route, HttpContext context)
    {
        if (!string.Equals(context.Request.Headers.Authorization, "Bearer " + state.Options.ApiToken, StringComparison.Ordinal))
        {
            return TrutoErrors.Own(StatusCodes.Status401Unauthorized, "The API token is missing or unknown.");
        }

        return route.Kind switch
        {
            RouteKind.Proxy => await _proxy.AnswerAsync(route, context, state.Live),
            RouteKind.Unknown => TrutoErrors.Own(StatusCodes.Status404NotFound, "No such endpoint."),
            _ => await CatalogueAsync(route, context),
        };
    }

    private async Task<ApiAnswer> CatalogueAsync(SandboxRoute route, HttpContext context)
    {
        if (!string.Equals(route.Id, state.Options.IntegratedAccountId, StringComparison.Ordinal))
        {
            return TrutoErrors.Own(StatusCodes.Status404NotFound, "Integrated account not found");
        }

        var answer =
            route.Kind == RouteKind.Tools ? _catalogue.Tools(context.Request.Query) : _catalogue.Capabilities(context.Request.Query);
        if (state.Live.Faults.Take(route.Template, $"{context.Request.Method} {context.Request.Path}", resource: null, method: null)
            is not { } fault)
        {
            return answer;
        }

        if (fault.DelayMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), state.Options.Time, context.RequestAborted);
        }

        return FaultyAnswer.Make(fault, answer);
    }
}
