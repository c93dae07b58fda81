using System.Text.Json;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Truto.Http;

/// <summary>A response with its buffered body.</summary>
internal sealed class TrutoResponse(string what, HttpResponseMessage message, AttemptRecord attempts) : IDisposable
{
    private JsonDocument? _document;
    private BodyFault? _fault;

    public int Status => (int)message.StatusCode;

    public bool IsSuccess => message.IsSuccessStatusCode;

    public int Calls => attempts.Sent;

    /// <summary>The quota by its headers.</summary>
    public RateLimitStatus? Quota => attempts.Quota;

    /// <summary>Set for a 429.</summary>
    public RateLimitRejection? RateLimit => attempts.RateLimit;

    /// <summary>True for a fault of a gateway or of FuseDesk that may pass; see <see cref="TrutoEnvelope.IsTransientFault"/>.</summary>
    public bool IsTransientFault => TrutoEnvelope.IsTransientFault(message);

    /// <summary>How long a fault that may pass asks to be left alone; null if it does not say.</summary>
    public TimeSpan? RetryAfter => attempts.RetryAfter;

    /// <summary>Whether the body is an error in Truto's own form; see <see cref="TrutoEnvelope.IsError"/>.</summary>
    public bool IsTrutoError => TryReadJson() is { } root && TrutoEnvelope.IsError(root, Status);

    /// <summary>Why the body cannot be worked with.</summary>
    public BodyFault BodyFault
    {
        get
        {
            Parse();
            return attempts.IsTooLarge ? BodyFault.TooLarge : _fault!.Value;
        }
    }

    /// <summary>FuseDesk's error code as its header gives it.</summary>
    public string? ErrorCodeHeader =>
        message.Headers.NonValidated.TryGetValues("X-FuseDesk-Error-Code", out var values) ? values.ToString() : null;

    /// <summary>Reads the body, which stays valid until this response is disposed.</summary>
    /// <exception cref="TrutoException">The body is not JSON. What it holds instead is not quoted: it may be a customer's text.</exception>
    public JsonElement ReadJson() =>
        TryReadJson() ?? throw new TrutoException($"{what}: status {Status}, but the answer cannot be read as JSON ({BodyFault}).");

    /// <summary>Reads the body if it is JSON.</summary>
    /// <returns>The body's root; null if it is not JSON.</returns>
    public JsonElement? TryReadJson()
    {
        Parse();
        return _document?.RootElement;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _document?.Dispose();
        message.Dispose();
    }

    private void Parse()
    {
        if (_fault is null)
        {
            _document = JsonBody.TryParse(message.Content, out var fault);
            _fault = fault;
        }
    }
}
