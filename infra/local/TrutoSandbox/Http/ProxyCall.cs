using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Catalogue;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>A proxy call that Truto has found to be in order.</summary>
/// <param name="Tool">The operation.</param>
/// <param name="Id">Id of the object, from the path or the body.</param>
/// <param name="Query">Query arguments.</param>
/// <param name="Body">JSON body, if any.</param>
/// <param name="Offset">Where the page starts.</param>
/// <param name="Limit">How long the page is.</param>
internal sealed record ProxyCall(Tool Tool, string? Id, IQueryCollection Query, JsonObject? Body, int Offset, int Limit);
