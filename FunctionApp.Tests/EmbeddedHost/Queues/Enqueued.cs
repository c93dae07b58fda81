using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

internal sealed class Enqueued
{
    [HttpResult]
    public required IActionResult Response { get; init; }

    [QueueOutput("%OrderQueue%")]
    public Order? Order { get; init; }

    [QueueOutput("order-lines")]
    public IReadOnlyList<string> Lines { get; init; } = [];
}
