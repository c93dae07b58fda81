using FuseDeskFlows.TrutoSandbox.Faults;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>What only a sandbox has: <c>/__sandbox/stats</c>, <c>/reset</c> and <c>/faults</c>. No token is needed.</summary>
internal static class ControlRoutes
{
    /// <summary>Answers a control call.</summary>
    public static async Task<ApiAnswer> AnswerAsync(SandboxState state, HttpRequest request, PathString path)
    {
        switch (request.Method, path.Value)
        {
            case ("GET", "/stats"):
                return new(StatusCodes.Status200OK, SandboxJson.Write(state.Snapshot()));
            case ("POST", "/reset"):
                state.Reset();
                return new(StatusCodes.Status204NoContent, string.Empty);
            case ("GET", "/faults"):
                return Pending(StatusCodes.Status200OK, state);
            case ("POST", "/faults"):
                using (var reader = new StreamReader(request.Body))
                {
                    return AddFaults(state, await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
                }

            default:
                return TrutoErrors.Own(
                    StatusCodes.Status404NotFound,
                    "The sandbox has GET /__sandbox/stats, POST /__sandbox/reset, GET and POST /__sandbox/faults.");
        }
    }

    private static ApiAnswer AddFaults(SandboxState state, string json)
    {
        var (faults, field, problem) = FaultParser.Parse(json);
        if (problem is not null)
        {
            return new(
                StatusCodes.Status400BadRequest,
                SandboxJson.Write(
                    new
                    {
                        error = $"{field} {problem}",
                        field,
                        accepted = FaultParser.Accepted,
                    }));
        }

        state.Live.Faults.Add(faults);
        return Pending(StatusCodes.Status201Created, state);
    }

    private static ApiAnswer Pending(int status, SandboxState state) =>
        new(status, SandboxJson.Write(new { pending = state.Live.Faults.Pending }));
}
