using System.Globalization;
using System.Text.Json;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Commands;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    /// <summary>Understands the arguments.</summary>
    /// <exception cref="HostStartException">They cannot be understood.</exception>
    public static HostCommand Parse(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?"))
        {
            return new HelpCommand();
        }

        return args.Count > 0 && string.Equals(args[0], "invoke", StringComparison.OrdinalIgnoreCase)
            ? ParseInvoke(new ArgumentReader(args, 1))
            : ParseServe(new ArgumentReader(args, 0));
    }

    private static ServeCommand ParseServe(ArgumentReader reader)
    {
        var command = new ServeCommand(null, null, AllowNonLoopback: false);
        while (reader.Next() is { } argument)
        {
            command = argument switch
            {
                "--port" or "-p" => command with { Port = ReadPort(reader) },
                "--urls" => command with { Urls = reader.Value() },
                "--allow-non-loopback" => command with { AllowNonLoopback = true },
                _ => throw Unknown(argument),
            };
        }

        return command is { Port: not null, Urls: not null }
            ? throw new HostStartException("--port and --urls exclude each other.")
            : command;
    }

    private static InvokeCommand ParseInvoke(ArgumentReader reader)
    {
        string? name = null, input = null, instanceId = null;
        TimeSpan? timeout = null;
        while (reader.Next() is { } argument)
        {
            if (argument is "--instance-id")
            {
                instanceId = ReadInstanceId(reader);
            }
            else if (argument is "--timeout")
            {
                timeout = ReadTimeout(reader);
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal) || input is not null)
            {
                throw Unknown(argument);
            }
            else if (name is null)
            {
                name = argument;
            }
            else
            {
                input = CheckJson(argument);
            }
        }

        return name is null
            ? throw new HostStartException("invoke needs the orchestration's name: invoke <orchestration> '<json>'.")
            : new InvokeCommand(name, input, instanceId, timeout);
    }

    private static int ReadPort(ArgumentReader reader)
    {
        var text = reader.Value();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new HostStartException($"--port '{text}' is not a port: a number from 0 to 65535 is.");
    }

    private static string ReadInstanceId(ArgumentReader reader)
    {
        var id = reader.Value();
        return id.Length is > 0 and <= 100
            ? id
            : throw new HostStartException("--instance-id takes 1 to 100 characters.");
    }

    private static TimeSpan ReadTimeout(ArgumentReader reader)
    {
        var text = reader.Value();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new HostStartException($"--timeout '{text}' is not a time: seconds or hh:mm:ss are.");
    }

    private static string CheckJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException e)
        {
            throw new HostStartException(
                $"The input is not JSON (character {e.BytePositionInLine + 1} of line {e.LineNumber + 1}): {text}", e);
        }
    }

    private static HostStartException Unknown(string argument) => new($"Unknown argument '{argument}'. --help prints what there is.");
}
