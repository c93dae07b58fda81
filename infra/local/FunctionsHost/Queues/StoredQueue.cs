namespace LocalFunctionsHost.Queues;

/// <summary>A queue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Metadata">What its owner noted with it.</param>
/// <param name="MessageCount">How many messages it has, hidden ones included.</param>
internal sealed record StoredQueue(string Name, IReadOnlyDictionary<string, string> Metadata, long MessageCount);
