namespace LocalFunctionsHost.Commands;

/// <summary>What the command line asks for.</summary>
internal abstract record HostCommand;
