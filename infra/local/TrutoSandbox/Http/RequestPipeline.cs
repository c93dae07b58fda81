using FuseDeskFlows.TrutoSandbox.Quota;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>The way of a request: route, token, answer, count.</summary>
internal sealed class RequestPipeline(SandboxState state)
{
    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/__sandbox", StringComparison.Ordinal, out var rest))
        {
            await SendAsync(context, Control(context.Request.Method, rest), quota: null);
            return;
        }

        state.Recorder.Enter();
        var answer = Authorized(context) ? TrutoErrors.Own(404, "No such endpoint.") : TrutoErrors.Own(401, "The API token is missing or unknown.");
        await SendAsync(context, answer, state.Quota.Peek());
        state.Recorder.Leave(context.Request.Method + " other", answer.Status);
    }

    ApiAnswer Control(string method, PathString path)
    {
        switch (method, path.Value)
        {
            case ("GET", "/stats"):
                return new(200, SandboxJson.Write(state.Snapshot()));
            case ("POST", "/reset"):
                state.Reset();
                return new(204, string.Empty);
            default:
                return TrutoErrors.Own(404, "No such control.");
        }
    }

    bool Authorized(HttpContext context) =>
        string.Equals(context.Request.Headers.Authorization, "Bearer " + state.Options.ApiToken, StringComparison.Ordinal);

    static async Task SendAsync(HttpContext context, ApiAnswer answer, QuotaReading? quota)
    {
        _ = quota;
        context.Response.StatusCode = answer.Status;
        if (answer.Body.Length > 0)
            await context.Response.WriteAsync(answer.Body);
    }
}
