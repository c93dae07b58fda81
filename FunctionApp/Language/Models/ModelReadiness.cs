using FuseDeskFlows.Language.Results;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// Tells before a run starts whether the configured model can be used at all, so that a wrong deployment is found by the one who started
/// it and not by the reader of a report. A model that is down or out of quota is no reason not to start.
/// </summary>
public sealed class ModelReadiness
{
    private const int AnswerTokens = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "Answer with OK.")];

    private readonly ModelClient _client;
    private readonly TimeProvider _time;
    private long _notBefore;

    internal ModelReadiness(ModelClient client, TimeProvider time)
    {
        _client = client;
        _time = time;
    }

    // Asks the model for a word, unless it is known to work.
    internal async Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken)
    {
        if (_client.Name is null || _client.Works || _time.GetUtcNow().UtcTicks < Interlocked.Read(ref _notBefore))
        {
            return ReadinessResult.Ready;
        }

        var reply = await _client.AskAsync(
            new() { Messages = Question, AnswerTokens = AnswerTokens, Timeout = Patience }, cancellationToken);
        if (reply.Fault is { Type: ModelFaultTypes.Misconfigured } fault)
        {
            return new(fault.Detail);
        }

        // A model that hangs must not make every start slow.
        if (!_client.Works)
        {
            Interlocked.Exchange(ref _notBefore, (_time.GetUtcNow() + Pause).UtcTicks);
        }

        return ReadinessResult.Ready;
    }
}
