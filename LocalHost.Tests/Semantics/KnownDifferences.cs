namespace LocalHost.Tests.Semantics;

/// <summary>Where SQLite does otherwise than azureStorage on purpose, or where azureStorage does not do the same every time.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new("Many timers fire, none too early", "output", "\"\\u0022on time\\u0022\"",
            "Azure's queues count in whole seconds, so that timers may fire a fraction of a second too early there."),
        new("An event before a scheduled start is kept for it", "waits after its start at", "\"open\"",
            "azureStorage drops such an event when the start is more than some seconds away."),
        new("An event before a scheduled start is kept for it", "before/history", "[]",
            "azureStorage's history begins with the message of the start, which may be read a moment before its time."),
        new("A scheduled start waits for its time", "before/history", "[]", "As above."),
        new("Terminate before a scheduled start", "later", null,
            "azureStorage runs the terminated instance all the same when its time has come; here it stays terminated."),
        new("Suspend before a scheduled start", "later", null, "azureStorage drops the suspension, and the instance runs at its time."),
        new("Suspend before a scheduled start", "resume", "\"done\"", "As above: there it has ended by then."),
        new("Suspend before a scheduled start", "end/history", null, "As above: nothing was suspended there."),
        new("A child under the id of a running instance", "parent",
            "\"InstanceAlreadyExists: An instance with the id 'a-child-under-the-id-of-a-running-instance~child' is running.\"",
            "On azureStorage the child takes the running instance's place or its parent waits for ever, as it happens."),
        new("A child under the id of a running instance", "running", "\"GateThenGo\"", "As above: here the running instance goes on."),
        new("Instances with and without inputs and outputs", "inputs and outputs False/output", "null",
            "azureStorage gives outputs also to queries that ask for none."),
        new("Entity storage is cleaned", "left", """["entity-storage-is-cleaned~kept"]""",
            "azureStorage keeps an empty entity for half an hour, against signals out of order; here signals cannot be."),
        new("Purge by filter", "purge all", "0", "A purge without statuses ends nothing that runs here; on azureStorage it does."),
        new("Purge by filter", "left after all", """["running: Running"]""", "As above."),
    ];
}
