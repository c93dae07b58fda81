using System.Text.Json.Nodes;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>A part of a list.</summary>
/// <param name="Items">The part's objects.</param>
/// <param name="Total">How many the whole list has.</param>
internal sealed record ResourcePage(IReadOnlyList<JsonObject> Items, int Total);
