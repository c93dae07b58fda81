using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Quota;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>An answer before it is sent.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON text; empty for none.</param>
internal sealed record ApiAnswer(int Status, string Body)
{
    /// <summary>Further headers; null as a value removes the header.</summary>
    public IReadOnlyList<(string Name, string? Value)> Headers { get; init; } = [];

    /// <summary>Send nothing and close the connection.</summary>
    public bool Drop { get; init; }

    /// <summary>Leave out the <c>ratelimit-*</c> headers.</summary>
    public bool WithoutQuota { get; init; }

    /// <summary>FuseDesk's quota, for the <c>ratelimit-*</c> headers of answers to proxy calls.</summary>
    public QuotaReading? Quota { get; init; }

    /// <summary>200 with a JSON body.</summary>
    public static ApiAnswer Ok(JsonNode body) => new(StatusCodes.Status200OK, SandboxJson.Write(body));
}
