using System.Text.Json;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>A state that an entity of a released version has left behind.</summary>
internal sealed record EntityState(string Scenario, string Entity, JsonElement State);
