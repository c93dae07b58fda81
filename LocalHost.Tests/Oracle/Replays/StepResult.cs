using LocalHost.Tests.Oracle.Templates;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>How a step came out on this host.</summary>
/// <param name="Index">The step's place in its recording.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Differences">None: as on the real host.</param>
public sealed record StepResult(int Index, string Name, IReadOnlyList<Difference> Differences);
