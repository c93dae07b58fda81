using System.Collections.Concurrent;
using Microsoft.Azure.WebJobs;

namespace LocalHost.Tests.Queues;

/// <summary>A function that fails on some messages.</summary>
public sealed class QueueFunctions(ConcurrentQueue<string> runs)
{
    public void Run([QueueTrigger("%Work%")] string message, long dequeueCount)
    {
        runs.Enqueue($"{message} {dequeueCount}");
        if (message is "bad")
        {
            throw new InvalidOperationException("It always fails on this one.");
        }
    }
}
