using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>Does steps of a kind again.</summary>
internal interface IObservation
{
    /// <summary>Whether a step is of the kind.</summary>
    bool CanSee(string recording, RecordedStep step);

    /// <summary>Does it, and says what there was to see, in the shape of the recorded step.</summary>
    Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken);
}
