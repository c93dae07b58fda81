using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Observed;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>Steps that are more than one request: each is done by a method of its own, and what it saw is compared.</summary>
internal sealed class Observations
{
    private readonly IObservation[] _all =
    [
        new Filters(), new Lists(), new Histories(), new Connections(), new QueueCalls(),
        new WorkerKilled(), new HostEnded(), new FunctionTimeouts(), new StartInTrouble(),
    ];

    /// <summary>Does a step, and says what there was to see, in the shape of the recorded step.</summary>
    public Task<object> SeeAsync(string recording, RecordedStep step, RestartableHost host, CancellationToken cancellationToken) =>
        _all.FirstOrDefault(observation => observation.CanSee(recording, step)) is { } observation
            ? observation.SeeAsync(step, host, cancellationToken)
            : throw new NotSupportedException($"Nobody knows how to do step {step.Index} of {recording}.");
}
