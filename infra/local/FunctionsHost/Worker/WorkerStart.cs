namespace LocalFunctionsHost.Worker;

/// <summary>What a worker must be told at its start; of the settings, those that the process's environment may lack.</summary>
internal sealed record WorkerStart(
    Uri HostEndpoint, string WorkerId, string AppFolder, string Assembly, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>Whether it ends with one run, mostly within seconds.</summary>
    public bool IsBrief { get; init; }
}
