namespace LocalFunctionsHost.Commands;

/// <summary>Serve until told to stop.</summary>
/// <param name="Port">The port on the loopback interface; null leaves it to <paramref name="Urls"/> and the settings.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="AllowNonLoopback">Whether other machines may be let in.</param>
internal sealed record ServeCommand(int? Port, string? Urls, bool AllowNonLoopback) : HostCommand;
