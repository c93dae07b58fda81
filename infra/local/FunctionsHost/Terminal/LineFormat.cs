using System.Globalization;
using System.Text;
using LocalFunctionsHost.Worker;

namespace LocalFunctionsHost.Terminal;

/// <summary>Writes a log entry as one line: time (UTC), level, category, event and message; below it, what was thrown.</summary>
/// <param name="color">Whether levels have colors.</param>
/// <param name="stacks">Whether all stacks are shown; else those of the app's exceptions, unless <paramref name="brief"/>.</param>
/// <param name="brief">Whether no stack is shown.</param>
internal sealed class LineFormat(bool color, bool stacks, bool brief)
{
    private const string Reset = "\e[0m";
    private const string Indent = "      ";

    /// <summary>Formats an entry.</summary>
    /// <param name="time">When it was logged.</param>
    /// <param name="level">How bad it is.</param>
    /// <param name="category">Who logged it.</param>
    /// <param name="id">What it is.</param>
    /// <param name="message">The message.</param>
    /// <param name="exception">What was thrown; null for nothing.</param>
    public string Format(DateTimeOffset time, LogLevel level, string category, EventId id, string message, Exception? exception)
    {
        var number = id.Id == 0 ? "" : $"[{id.Id.ToString(CultureInfo.InvariantCulture)}]";
        var line = new StringBuilder(time.UtcDateTime.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
            .Append(' ').Append(Level(level)).Append(' ').Append(Short(category)).Append(number).Append(": ")
            .Append(Indented(stacks ? message : LogNoise.WithoutStack(message)));
        if (exception is not null)
        {
            // Where the app broke is in the app's code; where the host noticed it helps nobody.
            var whole = stacks || (!brief && exception is WorkerLogException);
            line.Append(Environment.NewLine).Append(Indent).Append(Indented(whole ? exception.ToString() : LogNoise.WithoutStack(exception.ToString())));
        }

        return line.ToString();
    }

    private static string Indented(string text) => text.Trim().ReplaceLineEndings(Environment.NewLine + Indent);

    private static string Short(string category) =>
        category.StartsWith("LocalFunctionsHost.", StringComparison.Ordinal) ? category[(category.LastIndexOf('.') + 1)..] : category;

    private string Level(LogLevel level)
    {
        var (name, paint) = level switch
        {
            LogLevel.Critical => ("crit", "\e[1;31m"),
            LogLevel.Error => ("fail", "\e[31m"),
            LogLevel.Warning => ("warn", "\e[33m"),
            LogLevel.Information => ("info", "\e[32m"),
            _ => ("dbug", "\e[2m"),
        };
        return color ? $"{paint}{name}{Reset}" : name;
    }
}
