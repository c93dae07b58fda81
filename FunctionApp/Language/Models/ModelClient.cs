using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using FuseDeskFlows.Language.Models.Dialects;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// Asks the configured model. What is expected of a model that others run comes back as a value; what its server refuses is left out and
/// the question asked again at once.
/// </summary>
internal sealed class ModelClient(
    ChatModel model,
    ModelDialect dialect,
    ModelRateLimiter limiter,
    IOptions<LanguageOptions> options,
    TimeProvider time,
    ILogger<ModelClient> log)
{
    private volatile bool _works;

    /// <summary>The model's name; null if none is configured.</summary>
    public string? Name => model.Name;

    /// <summary>True if the last answer showed that the settings are right.</summary>
    public bool Works => _works;

    public async Task<ModelReply> AskAsync(ModelTurn turn, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(turn.Timeout ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        RateLimitLease lease;
        try
        {
            lease = await limiter.AcquireAsync(turn.Caller, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Fault = ModelErrors.Unavailable("Other calls of the model take too long."), Calls = 0 };
        }

        using (lease)
        {
            if (!lease.IsAcquired)
            {
                return new() { RateLimit = lease.Rejection, Calls = 0 };
            }

            if (turn.Timeout is null)
            {
                patience.CancelAfter(options.Value.Limits.Timeout);
            }

            using var span = ModelSpan.Start(model.Name!);
            var reply = await ConverseAsync(turn, cancellationToken, either.Token);
            if (reply.Fault is null)
            {
                lease.MarkAnswered();
            }

            ModelSpan.SetOutcome(span, model.Name!, reply, log);
            _works = reply.Answered || (_works && reply.Fault?.Type is not ModelFaultTypes.Misconfigured);
            return reply;
        }
    }

    // Every further attempt leaves something out, of which there is not much.
    private async Task<ModelReply> ConverseAsync(ModelTurn turn, CancellationToken cancellationToken, CancellationToken either)
    {
        for (var calls = 1; ; calls++)
        {
            var refused = dialect.Refused;
            var reply = await ReplyAsync(turn, cancellationToken, either);
            if (reply.RefusedParameter is not { } parameter
                || calls > ModelParameters.Omittable.Count
                || !dialect.Learn(refused, parameter))
            {
                return reply with { Calls = calls };
            }

            ModelMetrics.CountCall(model.Name!, "failed");
            log.ModelRefusedParameter(model.Name!, parameter);
        }
    }

    private async Task<ModelReply> ReplyAsync(ModelTurn turn, CancellationToken cancellationToken, CancellationToken either)
    {
        var (sent, refused) = (time.GetUtcNow(), dialect.Refused);
        try
        {
            return ModelReplyReader.Read(await model.Client!.GetResponseAsync(turn.Messages, turn.ToOptions(), either), turn);
        }
        catch (ClientResultException failure)
        {
            var error = ServerError.Parse(failure.GetRawResponse()?.Content.ToMemory() ?? default);
            if (ModelErrors.Fault(failure.Status, error, model) is not { } fault)
            {
                return new() { RateLimit = limiter.Reject(failure.GetRawResponse(), sent), Answered = true };
            }

            return new()
            {
                Fault = fault,
                RefusedParameter = ModelErrors.MayBeOfParameter(fault, model)
                    ? RefusedParameterFinder.Find(failure.Status, error, turn, dialect, refused)
                    : null,
            };
        }
        catch (AuthenticationFailedException)
        {
            return new()
            {
                Fault = ModelErrors.Misconfigured($"{model.KeySetting} is not set, and the app has no identity that may use the model."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Fault = ModelErrors.Unavailable("The model did not answer in time (Language:Timeout).") };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new() { Fault = ModelErrors.Unavailable("The connection to the model broke.") };
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            // That is how the SDK fails on an answer that is not of OpenAI's shape.
            return new() { Fault = ModelErrors.NoProtocol(model) };
        }
    }
}
