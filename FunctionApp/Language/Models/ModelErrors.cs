using FuseDeskFlows.Language.Models.Dialects;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Models;

/// <summary>Tells a model's HTTP errors apart. A server's own message is never passed on, since it may quote the request.</summary>
internal static class ModelErrors
{
    /// <summary>The fault; null for a quota that comes back by itself.</summary>
    public static ModelFault? Fault(int status, ServerError error, ChatModel model) => status switch
    {
        402 => NoCredit(model),
        429 when IsOutOfCredit(error) => NoCredit(model),
        429 => null,
        _ when IsFiltered(error) => Filtered,
        401 or 403 or 400 when status is not 400 || IsWrongKey(error) => Misconfigured(
            $"The model denies access ({status}). Check {model.KeySetting}, or the roles of the app's identity."),
        >= 300 and < 400 => Misconfigured(
            $"The model's address redirects, which is not followed: it would carry the key away. Check {model.AddressSetting}."),
        >= 400 when IsTooLong(status, error) => TooLong,
        >= 400 when IsAnswerTooLong(error) => AnswerTooLong,
        >= 400 and < 500 when TakesNoTools(error) => NoTools(model),
        404 or 400 or 422 when IsUnknownModel(error) => Misconfigured(
            $"The model is not found there ({status}). Check {model.NameSetting}."),
        404 => Misconfigured($"The model is not found there (404). Check {model.NameSetting} and {model.AddressSetting}."),
        400
            when error.Code is "OperationNotSupported"
                || error.Says("not a chat model", "does not support chat", "operation does not work") => Misconfigured(
            $"The deployed model cannot be used for chat. Check {model.NameSetting}."),
        405 => Misconfigured(
            $"What answers at {model.AddressSetting} is no chat model's address: it refuses the method. Check that setting."),
        >= 400 and < 500 and not 408 => Refused(
            $"The model did not take the request: status {status}{Code(error)}. "
                + $"Check what {model.NameSetting} can do, or set Language:Omit."),
        0 => Unavailable("The model cannot be reached."),
        _ => error.Code switch
        {
            Completion.NoProtocol => NoProtocol(model),
            Completion.NoChoices => Unavailable("The model's server answered without any choice."),
            Completion.CutOff => Unavailable("The model's answer broke off before its end."),
            _ when status is 503 && error.Says("loading model") => Unavailable("The model is still being loaded by its server (503)."),
            _ => Unavailable($"The model failed with status {status}{Code(error)}."),
        },
    };

    public static ModelFault Filtered { get; } =
        new() { Type = ModelFaultTypes.ContentFilter, Detail = "The model's content filter stopped the request or the answer." };

    public static ModelFault TooLong { get; } =
        Refused("The request and its answer do not fit into the model's context. Lower Language:CallTokens, or Language:AnswerTokens.");

    public static ModelFault AnswerTooLong { get; } =
        Refused("The model does not write answers as long as they may become. Lower Language:AnswerTokens.");

    public static ModelFault NoText { get; } = Refused(
        "The model used up its answer's tokens before it wrote anything: it may think first. Raise Language:AnswerTokens.");

    /// <summary>Whether the fault has no reason of its own, so that it may be about a parameter which can be left out.</summary>
    public static bool MayBeOfParameter(ModelFault fault, ChatModel model) =>
        fault.Type is ModelFaultTypes.Refused or ModelFaultTypes.Unavailable
        && fault != TooLong && fault != AnswerTooLong && fault != NoTools(model);

    public static ModelFault NoProtocol(ChatModel model) =>
        Unavailable($"What answers at {model.AddressSetting} does not speak OpenAI's protocol.");

    public static ModelFault Unavailable(string detail) => new() { Type = ModelFaultTypes.Unavailable, Detail = detail };

    public static ModelFault Misconfigured(string detail) => new() { Type = ModelFaultTypes.Misconfigured, Detail = detail };

    public static ModelFault Refused(string detail) => new() { Type = ModelFaultTypes.Refused, Detail = detail };

    private static ModelFault NoTools(ChatModel model) => Refused(
        $"The model takes no tools, or its server is not set up to read what it calls. {model.NameSetting} must name one that does.");

    private static ModelFault NoCredit(ChatModel model) =>
        Misconfigured($"The account behind {model.KeySetting} has no credit left; only its owner can change that.");

    private static bool IsOutOfCredit(ServerError error) =>
        error.Code is "insufficient_quota" or "billing_hard_limit_reached" or "billing_not_active"
        || error.Says("insufficient_quota", "exceeded your current quota, please check your plan and billing", "insufficient balance");

    private static bool IsFiltered(ServerError error) =>
        error.Code is "content_filter" or "content_policy_violation" or "ResponsibleAIPolicyViolation"
        || error.Says("responsibleaipolicyviolation", "content management policy", "content_policy_violation", "requires moderation");

    // Older servers tell of it with a status that says it is their fault.
    private static bool IsTooLong(int status, ServerError error) => status is 413
        || error.Code is "context_length_exceeded" or "exceed_context_size_error"
        || error.Says(
            "context_length_exceeded", "maximum context length", "context length", "context window", "context size", "prompt is too long",
            "input is too long", "maximum prompt length", "inputs tokens + max_new_tokens", "`inputs` tokens + `max_new_tokens`",
            "too large for model with", "longer than the model's", "too many tokens", "too many input tokens", "maximum number of tokens",
            "token limit exceeded", "input length exceeds", "maximum input length", "maximum allowed input");

    private static bool IsWrongKey(ServerError error) =>
        error.Says("api key not valid", "invalid api key", "incorrect api key", "api_key_invalid", "invalid_api_key");

    private static bool IsAnswerTooLong(ServerError error) => error.Says(
        "max_tokens is too large",
        "max_completion_tokens is too large",
        "completion tokens, whereas you provided",
        "max_tokens must be less");

    private static bool TakesNoTools(ServerError error) => error.Says(
        "does not support tools",
        "does not support tool",
        "tool use is not supported",
        "tools are not supported",
        "enable-auto-tool-choice",
        "tools is not supported",
        "support tool use",
        "does not support function",
        "tools param requires --jinja");

    private static bool IsUnknownModel(ServerError error) =>
        error.Code is "model_not_found" or "DeploymentNotFound" or "invalid_model" or "NotFoundError" or "model_not_available"
        || error.Says(
            "model not found", "model not exist", "invalid model", "unknown model", "try pulling it first", "no such model",
            "not a valid model", "model_not_found", "deploymentnotfound");

    private static string Code(ServerError error) => error.Code is { } code ? $", code {code}" : "";
}
