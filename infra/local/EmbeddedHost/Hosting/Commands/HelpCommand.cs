namespace FuseDeskFlows.EmbeddedHost.Hosting.Commands;

/// <summary>Print how the host is used.</summary>
internal sealed record HelpCommand : HostCommand
{
    public const string Usage = """
        Usage: dotnet run --project FunctionApp [-- options]
               dotnet run --project FunctionApp -- invoke <orchestration> ['<json>'] [options]

        Without a command it serves until Ctrl+C.
          --port <number>         port on the loopback interface (default 7071; 0 takes any free one)
          --urls <urls>           addresses to listen on, separated by ';' (or the setting ASPNETCORE_URLS)
          --allow-non-loopback    let other machines in; function keys are not checked here

        invoke runs one orchestration to its end. Progress goes to stderr, the output as JSON to stdout.
          --instance-id <id>      start it under this id, or go on with the instance that has it
          --timeout <time>        give up waiting after so many seconds, or hh:mm:ss; the instance can be gone on with later

          --help                  print this

        Settings come from local.settings.json and the environment; local.settings.sample.json explains them.
        """;
}
