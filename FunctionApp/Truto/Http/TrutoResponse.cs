using System.Text.Json;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Truto.Http;

/// <summary>A response with its buffered body.</summary>
internal sealed class TrutoResponse(string what, HttpResponseMessage message, AttemptRecord attempts) : IDisposable
{
    private JsonDocument? _document;

    public int Status => (int)message.StatusCode;

    public bool IsSuccess => message.IsSuccessStatusCode;

    public int Calls => attempts.Sent;

    /// <summary>The quota by its headers.</summary>
    public RateLimitStatus? Quota => attempts.Quota;

    /// <summary>Set for a 429.</summary>
    public RateLimitRejection? RateLimit => attempts.RateLimit;

    /// <summary>True for a fault of a gateway or of FuseDesk that may pass; see <see cref="TrutoEnvelope.IsPassingFault"/>.</summary>
    public bool IsPassingFault => TrutoEnvelope.IsPassingFault(message);

    /// <summary>FuseDesk's error code as its header gives it.</summary>
    public string? ErrorCodeHeader =>
        message.Headers.NonValidated.TryGetValues("X-FuseDesk-Error-Code", out var values) ? values.ToString() : null;

    /// <summary>Reads the body, which stays valid until this response is disposed.</summary>
    /// <exception cref="TrutoException">The body is not JSON. What it holds instead is not quoted: it may be a customer's text.</exception>
    public JsonElement ReadJson() =>
        TryReadJson() ?? throw new TrutoException($"{what}: status {Status}, but the answer is not JSON.");

    /// <summary>Reads the body if it is JSON.</summary>
    /// <returns>The body's root; null if it is not JSON.</returns>
    public JsonElement? TryReadJson() => (_document ??= JsonBody.TryParse(message.Content))?.RootElement;

    /// <inheritdoc />
    public void Dispose()
    {
        _document?.Dispose();
        message.Dispose();
    }
}
