using System.Text.Json;

namespace FuseDeskFlows.TrutoSandbox.Faults;

/// <summary>Something that goes wrong with the next calls of a route. Calls refused for quota do not use it up.</summary>
internal sealed record Fault
{
    /// <summary>Route template (<c>GET /proxy/cases/{id}</c>), a path of it (<c>GET /proxy/cases/84920</c>), or <c>*</c>.</summary>
    public string? Route { get; init; }

    /// <summary>Instead of <see cref="Route"/>: proxy resource.</summary>
    public string? Resource { get; init; }

    /// <summary>With <see cref="Resource"/>: Truto's method name; unset means every method.</summary>
    public string? Method { get; init; }

    /// <summary>How many calls.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Answer with this status; from 400 on as an error, if there is no <see cref="Body"/>.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the error is FuseDesk's (flagged as remote) or Truto's own.</summary>
    public bool Remote { get; init; } = true;

    /// <summary>Answer later, in milliseconds.</summary>
    public int DelayMs { get; init; }

    /// <summary>Cut the answer in the middle.</summary>
    public bool BrokenJson { get; init; }

    /// <summary>Close the connection without an answer.</summary>
    public bool DropConnection { get; init; }

    /// <summary>Leave out the <c>ratelimit-*</c> headers.</summary>
    public bool MissingQuotaHeaders { get; init; }

    /// <summary>Answer with this JSON.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Answer with these headers too; null removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>Carry the call out first, then let the answer go wrong: what a lost answer to a write looks like.</summary>
    public bool Executed { get; init; }

    /// <summary>
    /// With <see cref="Executed"/>: Truto dies before it remembers the answer for the call's <c>Idempotency-Key</c>, so that a repetition
    /// writes again.
    /// </summary>
    public bool Forgotten { get; init; }

    /// <summary>Whether the call's own answer is not needed.</summary>
    public bool ReplacesAnswer => DropConnection || Status is not null || Body is not null;
}
