namespace LocalHost.Tests.Semantics;

/// <summary>The table: every scenario, a line each.</summary>
internal static class ScenarioNames
{
    public static IReadOnlyList<string> All { get; } = Lines(
        """
        An event that comes before its wait is kept for it
        Events of one name are taken in the order that they were sent
        Two waits for one name take an event each
        The case of an event's name does not matter
        An event that comes in time ends a wait and its timer
        A wait that nobody ends times out
        An event that comes after a wait timed out is kept for the next wait
        A wait that was given up takes no event
        The first of two events decides
        Events that nobody waits for do not hinder the end
        An event whose payload is of another type fails its orchestration
        Events to a finished and to an unknown instance are taken and dropped
        An event that was sent to nobody does not reach an instance that starts later
        An orchestration sends an event to another
        An orchestration sends an event to nobody
        Timers that are due at once and in the past fire
        A cancelled timer does not hold its orchestration
        A timer of ten days is split, and is cancelled
        A timer of two days is not split
        The earlier of two timers wins, and the later is dropped at the end
        Many timers fire, none too early
        A short timer fires
        Guids and times are the same after a replay
        An activity's failure fails its orchestration
        An activity's inner failures are kept
        An activity's aggregate failure is kept
        A failure's long message is kept
        An orchestration catches its activity's failure
        An orchestration's own failure is told
        An unknown activity fails its orchestration
        An unknown child fails its parent
        An unknown orchestration fails
        An input that cannot be read fails its orchestration
        A policy retries until the work goes well
        A policy gives up after its last attempt
        A policy's judge ends the retries
        A policy's time ends the retries
        A handler retries until the work goes well
        A handler gives up
        A failing child is retried under another id each time
        A failing child is retried under the same id
        A child's output is its parent's
        A child knows its parent
        A child's failure is its parent's to catch
        A child's failure fails a parent that does not catch it
        A child that continues as new reports its last generation
        A child that fails in its second generation fails its parent
        Fifty children side by side
        A terminated child fails its parent
        A parent that is terminated leaves its child running
        A termination that is asked to be recursive ends the parent alone
        A parent whose code has ended waits for its child all the same
        A child under the id of a finished instance replaces that
        A child under the id of a running instance
        A chain of generations keeps the history of the last
        Events that nobody took are kept for the next generation
        Events that nobody took are dropped when that is asked for
        A generation for each event loses none
        What a generation leaves behind does not reach the next
        What becomes of a custom status in the next generation
        A failure in the second generation is told
        Tags are kept from generation to generation
        A generation that is terminated ends
        Terminate with an activity under way
        Terminate with a timer under way
        Terminate with an event not yet taken
        Terminate what has ended and what there never was
        Restart under the same id
        Restart under a new id
        Restart of a failed and of a terminated instance
        Restart of a running and of an unknown instance
        The client's own waits
        Events that come while suspended are taken after the resumption
        An activity that ends while suspended is taken after the resumption
        A timer that fires while suspended is taken after the resumption
        A child that ends while its parent is suspended is taken after the resumption
        Suspend twice, resume twice
        Terminate while suspended
        Suspend and resume what has ended and what there never was
        Suspend between two generations
        A scheduled start waits for its time
        A start that is scheduled for the past begins at once
        An event before a scheduled start is kept for it
        Terminate before a scheduled start
        Suspend before a scheduled start
        Tags are told, and not inherited
        Ids of every kind
        Ids that are refused
        A start without an input
        A second start while the first runs
        A second start while the first is pending
        A second start while the first is suspended
        A second start after the first completed
        A second start after the first failed
        A second start after the first was terminated
        A second start that a completed instance refuses
        A second start that a failed instance refuses
        A second start that a terminated instance refuses
        A second start that a completed instance does not refuse
        A second start that nothing refuses while the first runs
        A second start that a running instance refuses
        A rewound orchestration tries its failed activity again
        A rewound orchestration fails again
        A rewound orchestration keeps what went well beside the failure
        A rewound parent rewinds its failed child
        An orchestration that gave up retrying cannot be rewound
        An orchestration that failed itself is rewound
        Rewind of what did not fail, and of nobody
        Signals and calls of one orchestration are taken in order
        Signals of a client are all taken once
        An entity operation that fails keeps nothing and tells why
        An entity operation that there is not
        An entity operation's failure fails an orchestration that does not catch it
        A signal that fails keeps nothing, and the next is taken
        A client's signal for later waits
        An orchestration's signal for later waits
        An entity's signal to itself for later waits
        An entity signals another
        An entity operation that fails sends no signal
        An entity starts an orchestration
        An entity whose state is null is gone, and can come back
        An entity that nobody called
        Entities keep much state
        A critical section keeps others and signals out
        An orchestration that fails in its critical section leaves it
        An orchestration that continues as new leaves its critical section
        An orchestration that is terminated in its critical section
        Two orchestrations that lock the same two entities the other way round
        What a critical section forbids
        An orchestration that is suspended in its critical section keeps it
        Inputs and outputs of 200,000 characters
        Instances are told without their inputs and outputs when that is asked for
        An event of 200,000 characters
        A child's input and output of 200,000 characters
        Twenty results of 50,000 characters
        A custom status of 10,000 characters
        A termination's reason of 100,000 characters
        A hundred activities side by side, their results in order
        Instances by prefix, in pages
        Instances by status
        Instances by time
        Instances with and without inputs and outputs
        Entities by name, with and without their state
        Histories of a running instance and of nobody
        A purged instance is gone, and its id is free
        Purge of a running instance and of nobody
        Purge of a parent with and without its children
        Purge of an entity
        Purge by filter
        Entity storage is cleaned
        A host without a version runs what has none
        A host without a version leaves versions alone
        A child of another version than its host
        A strict host runs its own version
        A strict host gives its version to what has none
        A strict host leaves an older version alone
        A strict host leaves a newer version alone
        Children on a strict host
        A host of a version runs its own
        A host of a version runs an older one
        A host of a version fails a newer one
        Children on a host of a version
        An older version that continues as the host's own
        A failed version's id can be used again
        """);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
