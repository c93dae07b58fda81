namespace LocalFunctionsHost.Queues;

/// <summary>A message of a queue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What was sent, as the client encoded it.</param>
/// <param name="InsertedOn">When it was sent.</param>
/// <param name="ExpiresOn">When it goes away by itself.</param>
/// <param name="VisibleOn">From when on it can be received.</param>
/// <param name="DequeueCount">How often it has been received.</param>
/// <param name="PopReceipt">What its holder has to show to change or delete it.</param>
internal sealed record StoredMessage(
    string Id,
    string Text,
    DateTimeOffset InsertedOn,
    DateTimeOffset ExpiresOn,
    DateTimeOffset VisibleOn,
    long DequeueCount,
    string PopReceipt);
