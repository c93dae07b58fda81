using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Worker;

namespace LocalFunctionsHost;

/// <summary>What the host takes from the process that it runs in; tests give their own.</summary>
public sealed record HostSetup
{
    /// <summary>The folder of the built app: host.json, functions.metadata and the app's assembly. Null: what the arguments say.</summary>
    public string? AppFolder { get; init; }

    /// <summary>The folder that outlives the process. Null: what the arguments and settings say, or the default.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Where the person is: the default of the app's folder, and the start of the search for local.settings.json and the repository.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether environment variables are settings.</summary>
    public bool ReadEnvironment { get; init; } = true;

    /// <summary>Settings that win over every other source, by their names; the worker gets them too.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clock of timers, queues and durable storage.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where results and the start-up text go.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Where problems, progress and log lines go.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;

    /// <summary>What starts the worker. Null: a process of its own.</summary>
    public IWorkerLauncher? Launcher { get; init; }

    /// <summary>Functions beside those of functions.metadata.</summary>
    public IReadOnlyList<FunctionEntry> ExtraFunctions { get; init; } = [];
}
