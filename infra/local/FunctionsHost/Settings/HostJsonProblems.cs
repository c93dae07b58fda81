namespace LocalFunctionsHost.Settings;

/// <summary>What is wrong with host.json, each a sentence that names the place.</summary>
/// <param name="Wrong">Values that cannot be: the host does not start.</param>
/// <param name="Unknown">Names that nobody reads: the host tells of them and starts, as on Azure.</param>
internal sealed record HostJsonProblems(IReadOnlyList<string> Wrong, IReadOnlyList<string> Unknown);
