namespace LocalFunctionsHost.Commands;

/// <summary>
/// Run one orchestration to its end, with an input (JSON); an instance that exists is gone on with. No timeout is for ever.
/// </summary>
internal sealed record InvokeCommand(string Orchestration, string? Input, string? InstanceId, TimeSpan? Timeout);
