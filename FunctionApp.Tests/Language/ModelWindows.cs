using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Language;

/// <summary>A scripted model's quota: so many requests in a window, which opens with the first one.</summary>
internal sealed class ModelWindows(TimeProvider time, int limit, TimeSpan length)
{
    private readonly Lock _gate = new();
    private readonly List<(int Answered, int Refused)> _windows = [];
    private DateTimeOffset _end;

    /// <summary>What happened in each window.</summary>
    public IReadOnlyList<(int Answered, int Refused)> Windows
    {
        get
        {
            lock (_gate)
            {
                return [.. _windows];
            }
        }
    }

    /// <summary>How many requests were answered that asked for a text, not whether the model works.</summary>
    public int Texts { get; private set; }

    /// <summary>Answers with a statement, or refuses.</summary>
    public Task AnswerAsync(ModelRequest request, HttpContext context)
    {
        bool refused;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now >= _end)
            {
                _end = now + length;
                _windows.Add((0, 0));
            }

            refused = _windows[^1].Answered >= limit;
            _windows[^1] = refused ? (_windows[^1].Answered, _windows[^1].Refused + 1) : (_windows[^1].Answered + 1, _windows[^1].Refused);
            Texts += refused || request.Items.Count == 0 ? 0 : 1;
            var reset = (_end - now).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            context.Response.Headers["x-ratelimit-limit-requests"] = $"{limit}";
            context.Response.Headers["x-ratelimit-remaining-requests"] = $"{limit - _windows[^1].Answered}";
            context.Response.Headers["x-ratelimit-reset-requests"] = $"{reset}ms";
            if (refused)
            {
                context.Response.Headers["retry-after-ms"] = reset;
            }
        }

        return refused ? ScriptedModel.Fail(context, 429, "rate_limit_exceeded")
            : request.Items.Count == 0 ? ScriptedModel.Write(context, "OK")
            : ScriptedModel.Write(
                context, ScriptedModel.Statements(("The customer asks for help.", [request.Items[0].GetProperty("item").GetInt32()])));
    }
}
