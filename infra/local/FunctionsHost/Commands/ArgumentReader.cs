namespace LocalFunctionsHost.Commands;

/// <summary>Goes through arguments; <c>--name=value</c> counts as two.</summary>
/// <param name="args">The command line.</param>
internal sealed class ArgumentReader(IEnumerable<string> args)
{
    private readonly Queue<string> _rest = new(args.SelectMany(Split));
    private string _current = "";

    /// <summary>The next argument, or null at the end.</summary>
    public string? Next() => _rest.TryDequeue(out var argument) ? _current = argument : null;

    /// <summary>The value of the option that was read last.</summary>
    /// <exception cref="HostStartException">Nothing follows.</exception>
    public string Value() => _rest.TryDequeue(out var value) ? value : throw new HostStartException($"{_current} needs a value.");

    private static IEnumerable<string> Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return argument.StartsWith("--", StringComparison.Ordinal) && equals > 0
            ? [argument[..equals], argument[(equals + 1)..]]
            : [argument];
    }
}
