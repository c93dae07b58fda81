using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Truto.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FuseDeskFlows.Triggers.CaseEvents;

/// <summary>Reads Truto's deliveries, and refuses those that anybody else could have sent, or sent again.</summary>
/// <param name="options">How deliveries are checked.</param>
/// <param name="time">Tells how old a delivery is.</param>
internal sealed class DeliveryReader(IOptions<TrutoWebhookOptions> options, TimeProvider time)
{
    private const int MaxBodySize = 1024 * 1024;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = CaseEventMessage.MaxDepth };

    /// <summary>Reads a delivery that is signed, whole and recent.</summary>
    /// <returns>The delivery; else why it is refused, as metrics name it, and the answer.</returns>
    public async Task<(WebhookDelivery? Delivery, string Reason, ProblemDetails? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.Secrets.Count == 0)
        {
            var fault = $"{TrutoWebhookOptions.Section}:{nameof(settings.Secret)} is needed to check deliveries";
            return (null, "not-configured", ApiProblem.NotConfigured([fault]));
        }

        var signatures = request.Headers[WebhookSignature.Header];
        if (StringValues.IsNullOrEmpty(signatures))
        {
            return (null, "unsigned", ApiProblem.NotSigned($"Send the header {WebhookSignature.Header}."));
        }

        if (await BoundedBody.ReadAsync(request, MaxBodySize, cancellationToken) is not { } body)
        {
            return (null, "too-large", ApiProblem.BodyTooLarge(MaxBodySize));
        }

        if (!WebhookSignature.IsValid(signatures, body.Span, settings.Secrets))
        {
            var fault = $"{WebhookSignature.Header} does not fit the body and the webhook's secret.";
            return (null, "wrong-signature", ApiProblem.NotSigned(fault));
        }

        var (delivery, badField) = Parse(body);
        if (delivery is null)
        {
            var fault = JsonNesting.DepthOf(body.Span) > CaseEventMessage.MaxDepth
                ? $"The body is nested deeper than {CaseEventMessage.MaxDepth} levels."
                : "The body must be a JSON object.";
            return (null, "invalid", badField is null
                ? ApiProblem.InvalidJson(fault)
                : ApiProblem.InvalidRequest((badField, $"{badField} is missing or unusable.")));
        }

        var age = time.GetUtcNow() - delivery.CreatedAt;
        return age > settings.MaxAge || age < -ClockSkew ? (null, "stale", ApiProblem.Stale()) : (delivery, "", null);
    }

    private static (WebhookDelivery? Delivery, string? BadField) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(body), DeepJson);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? WebhookDelivery.Parse(document.RootElement.Clone())
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }
}
