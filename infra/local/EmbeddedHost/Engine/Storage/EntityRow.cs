namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>An entity's stored state.</summary>
/// <param name="Id">The entity, as <c>@name@key</c>.</param>
/// <param name="State">The state as text; null when there is none.</param>
/// <param name="LockedBy">The orchestration that holds its lock; null when none does.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Backlog">How many operations wait for it.</param>
internal sealed record EntityRow(string Id, string? State, string? LockedBy, DateTimeOffset UpdatedAt, int Backlog);
