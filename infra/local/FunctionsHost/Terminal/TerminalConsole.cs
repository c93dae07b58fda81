using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

internal static class TerminalConsole
{
    private const int WidthOfFiles = 100;

    /// <summary>A console on a writer: with colors on a terminal, plain text of a fixed width elsewhere.</summary>
    public static IAnsiConsole On(TextWriter output)
    {
        var target = new AnsiConsoleOutput(output);
        var console = AnsiConsole.Create(new()
        {
            Out = target,
            Ansi = target.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,

            // Told, for it would look at stdout, which may be a file while stderr is drawn on.
            Interactive = target.IsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!target.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
