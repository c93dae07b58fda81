using FuseDeskFlows.EmbeddedHost.Queues;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>One queue that a function writes to.</summary>
/// <param name="Part">The part of the result that it gets.</param>
/// <param name="Queue">The queue.</param>
internal sealed record QueueOutput(Func<object, object?> Part, QueueAddress Queue);
