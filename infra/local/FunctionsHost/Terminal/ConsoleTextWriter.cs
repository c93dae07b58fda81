using System.Text;
using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

/// <summary>Writes lines past whatever is being drawn on a terminal, so that neither destroys the other.</summary>
/// <param name="console">The terminal.</param>
internal sealed class ConsoleTextWriter(IAnsiConsole console) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => console.Profile.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc />
    public override void Write(string? value) => console.Write(new ControlCode(value ?? ""));

    /// <inheritdoc />
    public override void WriteLine(string? value) => Write(value + NewLine);

    /// <inheritdoc />
    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
