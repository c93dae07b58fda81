namespace LocalFunctionsHost.Commands;

/// <summary>Print how the host is used.</summary>
internal sealed record HelpCommand : HostCommand
{
    /// <summary>What is printed.</summary>
    public const string Usage = """
        Usage: [options]                                      serve until Ctrl+C
               invoke <orchestration> ['<json>'] [options]    run one orchestration to its end

          --port <number>         port on the loopback interface (default 7071; 0 takes any free one)
          --urls <urls>           addresses to listen on, separated by ';' (or the setting ASPNETCORE_URLS)
          --allow-non-loopback    let other machines in; function keys are not checked here

        invoke opens no port. Progress goes to stderr, the output as JSON to stdout.
          --instance-id <id>      start it under this id, or go on with the instance that has it
          --timeout <time>        give up waiting after so many seconds, or hh:mm:ss; the instance can be gone on with later

          --app <folder>          the built app, where host.json is (default: here)
          --state <folder>        what outlives the process (default: the setting FUNCTIONS_HOST_STATE, or .local at the repository's root)
          --verbose               show more: all functions, all log lines of level Information
          --help                  print this

        Settings come from local.settings.json, here or in the app's folder, and from the environment, which wins.
        """;
}
