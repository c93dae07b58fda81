namespace LocalFunctionsHost.Commands;

/// <summary>The command line, understood.</summary>
/// <param name="Command">What to do.</param>
internal sealed record HostArguments(HostCommand Command)
{
    /// <summary>The folder of the built app; null: the working directory.</summary>
    public string? AppFolder { get; init; }

    /// <summary>The folder that outlives the process; null: what the settings say, or the default.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Whether the person wants to read everything.</summary>
    public bool Verbose { get; init; }
}
