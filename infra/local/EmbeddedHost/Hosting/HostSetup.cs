using System.Reflection;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>What the host takes from the process that it runs in; tests give their own.</summary>
internal sealed record HostSetup
{
    /// <summary>The types that are searched for functions.</summary>
    public required IReadOnlyList<Type> FunctionTypes { get; init; }

    /// <summary>Where the person is: the first place to look for local.settings.json, and the start of the search for the repository.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Where the app's files are: host.json, and local.settings.json if it is not in the working directory.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The state folder; null means the setting, or the default.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Whether environment variables are settings.</summary>
    public bool ReadEnvironment { get; init; } = true;

    /// <summary>Whether a sandbox is started when no Truto token is set.</summary>
    public bool StartSandbox { get; init; } = true;

    /// <summary>Whether the host ends on Ctrl+C.</summary>
    public bool ListenToSignals { get; init; } = true;

    /// <summary>Whether logs go to the process's console.</summary>
    public bool LogToConsole { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where results and the start-up text go.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Where problems and progress go.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;

    /// <summary>Takes the process's exit code.</summary>
    public Action<int> SetExitCode { get; init; } = _ => { };

    /// <summary>The setup of an app that runs on its own.</summary>
    public static HostSetup FromProcess() => new()
    {
        FunctionTypes = Assembly.GetEntryAssembly()?.GetTypes() ?? [],
        WorkingDirectory = Directory.GetCurrentDirectory(),
        OutputDirectory = AppContext.BaseDirectory,
        LogToConsole = true,
        Output = Console.Out,
        Error = Console.Error,
        SetExitCode = code => Environment.ExitCode = code,
    };
}
