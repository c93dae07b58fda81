using System.ClientModel;
using System.Text.Json;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Models;

/// <summary>Tells a model's HTTP errors apart. A server's own message is never passed on, since it may quote the request.</summary>
internal static class ModelErrors
{
    private const int MaxCodeLength = 64;

    /// <summary>The fault; null for a quota that comes back by itself.</summary>
    public static ModelFault? Fault(ClientResultException error, ChatModel model) => (error.Status, Code(error)) switch
    {
        (429, "insufficient_quota" or "billing_hard_limit_reached" or "billing_not_active") =>
            Misconfigured($"The account behind {model.KeySetting} has no credit left; only its owner can change that."),
        (429, _) => null,
        (401 or 403, _) => Misconfigured(
            $"The model denies access ({error.Status}). Check {model.KeySetting}, or the roles of the app's identity."),
        (404, _) => Misconfigured($"The model is not found there (404). Check {model.NameSetting} and {model.AddressSetting}."),
        ( >= 300 and < 400, _) => Misconfigured(
            $"The model's address redirects, which is not followed: it would carry the key away. Check {model.AddressSetting}."),
        (400, "content_filter" or "content_policy_violation" or "ResponsibleAIPolicyViolation") => Filtered,
        (400, "model_not_found" or "DeploymentNotFound" or "OperationNotSupported") =>
            Misconfigured($"The deployed model cannot be used for chat. Check {model.NameSetting}."),
        ( >= 400 and < 500 and not 408, var code) => new()
        {
            Type = ModelFaultTypes.Refused,
            Detail = $"The model did not take the request: status {error.Status}{(code is null ? "" : $", code {code}")}. "
                + $"{model.NameSetting} must name a chat model that takes JSON schemas.",
        },
        (0, _) => Unavailable("The model cannot be reached."),
        _ => Unavailable($"The model failed with status {error.Status}."),
    };

    public static ModelFault Filtered { get; } =
        new() { Type = ModelFaultTypes.ContentFilter, Detail = "The model's content filter stopped the request or the answer." };

    public static ModelFault Unavailable(string detail) => new() { Type = ModelFaultTypes.Unavailable, Detail = detail };

    public static ModelFault Misconfigured(string detail) => new() { Type = ModelFaultTypes.Misconfigured, Detail = detail };

    private static string? Code(ClientResultException error)
    {
        try
        {
            using var body = JsonDocument.Parse(error.GetRawResponse()?.Content.ToMemory() ?? default);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("error", out var told) && told.ValueKind == JsonValueKind.Object
                && told.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                && code.GetString() is { Length: > 0 and <= MaxCodeLength } word
                && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
                    ? word
                    : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
