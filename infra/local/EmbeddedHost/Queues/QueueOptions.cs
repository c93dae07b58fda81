namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>How queue triggers behave; host.json's extensions.queues.</summary>
internal sealed record QueueOptions
{
    /// <summary>How many messages are fetched at once.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>A new batch is fetched when no more than so many messages are being worked on.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed waits before it is tried again.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether Azure's messages are written in base64.</summary>
    public bool Base64 { get; init; } = true;
}
