using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.RateLimiting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language.Models;

/// <summary>Asks the configured model once. What is expected of a model that others run comes back as a value.</summary>
/// <param name="model">The model.</param>
/// <param name="limiter">Whether the model's quota has a call left.</param>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Tells of what the model could not do.</param>
internal sealed class ModelClient(
    ChatModel model, ModelRateLimiter limiter, IOptions<LanguageOptions> options, TimeProvider time, ILogger<ModelClient> log)
{
    private volatile bool _works;

    /// <summary>The model's name; null if none is configured.</summary>
    public string? Name => model.Name;

    /// <summary>True if the last answer showed that the settings are right.</summary>
    public bool Works => _works;

    /// <summary>Asks.</summary>
    /// <param name="messages">What to ask.</param>
    /// <param name="format">The shape of the answer.</param>
    /// <param name="answerTokens">The most that the answer may cost.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="timeout">How long it may take, the way through the quota included; null for the setting, which counts from then on.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The reply.</returns>
    public async Task<ModelReply> AskAsync(
        IReadOnlyList<ChatMessage> messages, ChatResponseFormat format, int answerTokens, CallContext caller, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var settings = new ChatOptions
        {
            Temperature = 0,
            MaxOutputTokens = answerTokens,
            ResponseFormat = format,
            AdditionalProperties = new() { ["strict"] = true },
        };
        using var patience = new CancellationTokenSource(timeout ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        if (await LimitAsync(caller, cancellationToken, either.Token) is { } known)
        {
            return known;
        }

        if (timeout is null)
        {
            patience.CancelAfter(options.Value.Language.Timeout);
        }

        ModelReply? reply = null;
        using var span = ModelSpan.Begin(model.Name!);
        try
        {
            reply = await ReplyAsync(messages, settings, cancellationToken, either.Token);
            ModelSpan.End(span, model.Name!, reply, log);
        }
        finally
        {
            limiter.Release(answered: reply is { Fault: null });
        }

        _works = reply.Fault is null || (_works && reply.Fault.Type is not ModelFaultTypes.Misconfigured);
        return reply;
    }

    // What comes of a call that need not be made; null if it has to be.
    private async Task<ModelReply?> LimitAsync(CallContext caller, CancellationToken cancellationToken, CancellationToken either)
    {
        try
        {
            var admission = await limiter.AcquireAsync(caller, either);
            return admission.IsAdmitted ? null : new() { RateLimit = admission.Rejection, Calls = 0 };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Fault = ModelErrors.Unavailable("Other calls of the model take too long."), Calls = 0 };
        }
    }

    private async Task<ModelReply> ReplyAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions settings, CancellationToken cancellationToken, CancellationToken either)
    {
        try
        {
            return Read(await model.Client!.GetResponseAsync(messages, settings, either));
        }
        catch (ClientResultException error)
        {
            return ModelErrors.Fault(error, model) is { } fault
                ? new() { Fault = fault }
                : new() { RateLimit = limiter.Reject(error.GetRawResponse()) };
        }
        catch (AuthenticationFailedException)
        {
            return new() { Fault = ModelErrors.Misconfigured($"{model.KeySetting} is not set, and the app has no identity that may use the model.") };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Fault = ModelErrors.Unavailable("The model did not answer in time (Language:Timeout).") };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new() { Fault = ModelErrors.Unavailable("The connection to the model broke.") };
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            // That is how the SDK fails on an answer that is not of OpenAI's shape.
            return new() { Fault = ModelErrors.Unavailable($"What answers at {model.AddressSetting} does not speak OpenAI's protocol.") };
        }
    }

    private static ModelReply Read(ChatResponse response) => Judge(response) with
    {
        TokensRead = response.Usage?.InputTokenCount ?? 0,
        TokensWritten = response.Usage?.OutputTokenCount ?? 0,
    };

    private static ModelReply Judge(ChatResponse response)
    {
        var tokens = (int)Math.Clamp(response.Usage is { } usage ? usage.TotalTokenCount ?? ((usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0)) : 0, 0, int.MaxValue);
        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return new() { Fault = ModelErrors.Filtered, Tokens = tokens };
        }

        return response.Text is { Length: > 0 } text
            ? new() { Text = text, CutOff = response.FinishReason == ChatFinishReason.Length, Tokens = tokens }
            : new() { Fault = new() { Type = ModelFaultTypes.Refused, Detail = "The model gave no text." }, Tokens = tokens };
    }
}
