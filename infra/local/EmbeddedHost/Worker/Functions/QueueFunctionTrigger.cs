using FuseDeskFlows.EmbeddedHost.Queues;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>A queue's messages.</summary>
/// <param name="Queue">The queue.</param>
internal sealed record QueueFunctionTrigger(QueueAddress Queue) : FunctionTrigger
{
    public override string Describe(string baseAddress) => $"queueTrigger ({Queue.Name})";
}
