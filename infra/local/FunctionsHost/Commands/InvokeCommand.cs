namespace LocalFunctionsHost.Commands;

/// <summary>Run one orchestration to its end.</summary>
/// <param name="Orchestration">Its name; case does not matter.</param>
/// <param name="Input">Its input as JSON; null for none.</param>
/// <param name="InstanceId">The instance to start, or to go on with if it exists.</param>
/// <param name="Timeout">How long to wait for the end; null means as long as it takes.</param>
internal sealed record InvokeCommand(string Orchestration, string? Input, string? InstanceId, TimeSpan? Timeout) : HostCommand;
