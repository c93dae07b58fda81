namespace LocalFunctionsHost;

/// <summary>What the host takes from its command line and the process that it runs in; tests give their own.</summary>
internal sealed record HostSetup
{
    /// <summary>Where the person is: relative folders begin here, and the search for local.settings.json and the repository.</summary>
    public required string WorkingDirectory { get; init; }
    /// <summary>The folder of the built app: host.json, functions.metadata and the app's assembly.</summary>
    public string AppFolder { get; init; } = ".";
    /// <summary>The folder that outlives the process; null: what the settings say, or the default.</summary>
    public string? StateFolder { get; init; }
    /// <summary>The orchestration to run to its end, without a port; null: serve.</summary>
    public InvokeCommand? Invoke { get; init; }
    /// <summary>The protocol to serve over stdin and stdout; null: serve HTTP alone.</summary>
    public BridgeCommand? Bridge { get; init; }
    /// <summary>The port on the loopback interface, 0 for any free one; null leaves it to <see cref="Urls"/> and the settings.</summary>
    public int? Port { get; init; }
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string? Urls { get; init; }
    /// <summary>Whether other machines may call.</summary>
    public bool AllowNonLoopback { get; init; }
    /// <summary>Whether the person wants to read everything.</summary>
    public bool Verbose { get; init; }
    /// <summary>Whether environment variables are settings.</summary>
    public bool ReadEnvironment { get; init; } = true;
    /// <summary>Settings that win over every other source; the worker gets them too.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
    /// <summary>The clock of timers, queues and durable storage.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>What a program writes to this one.</summary>
    public TextReader Input { get; init; } = TextReader.Null;
    /// <summary>Where results and the start-up text go.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;
    /// <summary>Where problems, progress and log lines go.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;
    /// <summary>What starts the worker; null: a process of its own.</summary>
    public Func<WorkerStart, IWorkerHandle>? Launcher { get; init; }
    /// <summary>Functions beside those of functions.metadata.</summary>
    public IReadOnlyList<FunctionEntry> ExtraFunctions { get; init; } = [];
}
