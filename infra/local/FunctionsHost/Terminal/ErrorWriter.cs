using System.Text;
using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

/// <summary>
/// Tells people of problems and progress, past whatever is being drawn on their terminal. What cannot be written is lost, and nothing else.
/// </summary>
internal sealed class ErrorWriter(TextWriter output) : TextWriter
{
    /// <summary>The terminal behind the writer, which can be drawn on again and again; null where there is none.</summary>
    public IAnsiConsole? Console { get; } =
        TerminalConsole.On(output) is { Profile: { Out.IsTerminal: true, Capabilities.Ansi: true } } console ? console : null;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        try
        {
            if (Console is null)
            {
                output.Write(value);
                output.Flush();
            }
            else
            {
                Console.Write(new ControlCode(value ?? ""));
            }
        }
        catch (IOException)
        {
            // Nobody listens any more.
        }
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
