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
internal sealed class ModelClient(
    ChatModel model, ModelRateLimiter limiter, IOptions<LanguageOptions> options, TimeProvider time, ILogger<ModelClient> log)
{
    private volatile bool _works;

    /// <summary>The model's name; null if none is configured.</summary>
    public string? Name => model.Name;

    /// <summary>True if the last answer showed that the settings are right.</summary>
    public bool Works => _works;

    // The timeout takes in the way through the quota; without one the setting counts, from then on.
    public async Task<ModelReply> AskAsync(
        IReadOnlyList<ChatMessage> messages,
        ChatResponseFormat format,
        int answerTokens,
        CallContext caller,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
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
            patience.CancelAfter(options.Value.Limits.Timeout);
        }

        ModelReply? reply = null;
        using var span = ModelSpan.Start(model.Name!);
        try
        {
            reply = await ReplyAsync(messages, settings, cancellationToken, either.Token);
            ModelSpan.SetOutcome(span, model.Name!, reply, log);
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
        var sent = time.GetUtcNow();
        try
        {
            return Parse(await model.Client!.GetResponseAsync(messages, settings, either));
        }
        catch (ClientResultException error)
        {
            return ModelErrors.Fault(error, model) is { } fault
                ? new() { Fault = fault }
                : new() { RateLimit = limiter.Reject(error.GetRawResponse(), sent) };
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
            return new() { Fault = ModelErrors.Unavailable($"What answers at {model.AddressSetting} does not speak OpenAI's protocol.") };
        }
    }

    private static ModelReply Parse(ChatResponse response) => Interpret(response) with
    {
        TokensRead = response.Usage?.InputTokenCount ?? 0,
        TokensWritten = response.Usage?.OutputTokenCount ?? 0,
    };

    private static ModelReply Interpret(ChatResponse response)
    {
        var usage = response.Usage;
        var told = usage?.TotalTokenCount ?? ((usage?.InputTokenCount ?? 0) + (usage?.OutputTokenCount ?? 0));
        var tokens = (int)Math.Clamp(told, 0, int.MaxValue);
        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return new() { Fault = ModelErrors.Filtered, Tokens = tokens };
        }

        return response.Text is { Length: > 0 } text
            ? new() { Text = text, IsTruncated = response.FinishReason == ChatFinishReason.Length, Tokens = tokens }
            : new() { Fault = new() { Type = ModelFaultTypes.Refused, Detail = "The model gave no text." }, Tokens = tokens };
    }
}
