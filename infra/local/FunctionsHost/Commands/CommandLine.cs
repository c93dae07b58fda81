namespace LocalFunctionsHost.Commands;

/// <summary>Reads the command line.</summary>
internal sealed class CommandLine
{
    private readonly ArgumentReader _reader;
    private bool _invoke, _verbose, _allowNonLoopback;
    private string? _app, _state, _urls, _orchestration, _input, _instanceId;
    private int? _port;
    private TimeSpan? _timeout;

    private CommandLine(IReadOnlyList<string> args) => _reader = new ArgumentReader(args);

    /// <summary>Understands the arguments. Options may stand in any order, before and after <c>invoke</c>.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <exception cref="HostStartException">They cannot be understood.</exception>
    public static HostArguments Parse(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?"))
        {
            return new(new HelpCommand());
        }

        var line = new CommandLine(args);
        while (line._reader.Next() is { } argument)
        {
            line.Take(argument);
        }

        return new(line.Command()) { AppFolder = line._app, StateFolder = line._state, Verbose = line._verbose };
    }

    private void Take(string argument)
    {
        switch (argument)
        {
            case "--app":
                _app = _reader.Value();
                break;
            case "--state":
                _state = _reader.Value();
                break;
            case "--verbose":
                _verbose = true;
                break;
            case "--port" or "-p":
                _port = ArgumentValues.Port(_reader.Value());
                break;
            case "--urls":
                _urls = _reader.Value();
                break;
            case "--allow-non-loopback":
                _allowNonLoopback = true;
                break;
            case "--instance-id":
                _instanceId = ArgumentValues.InstanceId(_reader.Value());
                break;
            case "--timeout":
                _timeout = ArgumentValues.Timeout(_reader.Value());
                break;
            default:
                TakePositional(argument);
                break;
        }
    }

    private void TakePositional(string argument)
    {
        if (argument.StartsWith("--", StringComparison.Ordinal) || _input is not null)
        {
            throw Unknown(argument);
        }

        if (!_invoke)
        {
            _invoke = string.Equals(argument, "invoke", StringComparison.OrdinalIgnoreCase) ? true : throw Unknown(argument);
        }
        else if (_orchestration is null)
        {
            _orchestration = argument;
        }
        else
        {
            _input = ArgumentValues.Json(argument);
        }
    }

    private HostCommand Command()
    {
        if (!_invoke)
        {
            return this switch
            {
                { _port: not null, _urls: not null } => throw new HostStartException("--port and --urls exclude each other."),
                { _instanceId: not null } or { _timeout: not null } =>
                    throw new HostStartException("--instance-id and --timeout belong to invoke."),
                _ => new ServeCommand(_port, _urls, _allowNonLoopback),
            };
        }

        if (_port is not null || _urls is not null || _allowNonLoopback)
        {
            throw new HostStartException("invoke opens no port: --port, --urls and --allow-non-loopback do not go with it.");
        }

        return _orchestration is null
            ? throw new HostStartException("invoke needs the orchestration's name: invoke <orchestration> '<json>'.")
            : new InvokeCommand(_orchestration, _input, _instanceId, _timeout);
    }

    private static HostStartException Unknown(string argument) => new($"Unknown argument '{argument}'. --help prints what there is.");
}
