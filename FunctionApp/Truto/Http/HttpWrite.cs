namespace FuseDeskFlows.Truto.Http;

/// <summary>What makes a request a write.</summary>
/// <param name="Verb">Truto's verb: PATCH for <c>update</c>, DELETE for <c>delete</c>, POST for all others.</param>
/// <param name="Json">The body, a JSON object.</param>
/// <param name="IdempotencyKey">
/// Truto answers a second request with the same key from its memory; how long it remembers is not documented.
/// </param>
internal sealed record HttpWrite(HttpMethod Verb, string Json, string IdempotencyKey);
