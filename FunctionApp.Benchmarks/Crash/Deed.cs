using System.Globalization;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>One line of the load app's journals.</summary>
/// <param name="At">When, in ticks of the machine's monotonic clock.</param>
/// <param name="Kind">What was done: <c>begin</c>, <c>end</c> or <c>fail</c> of a step, or <c>operation</c> of an entity.</param>
/// <param name="Subject">The run, or the entity's key.</param>
/// <param name="Part">The step or the operation.</param>
/// <param name="WorkerBegan">When the process that did it had begun.</param>
internal sealed record Deed(long At, string Kind, string Subject, string Part, long WorkerBegan)
{
    /// <summary>Reads all journals.</summary>
    /// <param name="folder">Where they are.</param>
    /// <returns>The deeds in the order in which they were done.</returns>
    public static IReadOnlyList<Deed> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.journal").SelectMany(ReadWhole).OrderBy(deed => deed.At)];

    // A process that is killed while it writes leaves a line without an end: nothing came of that deed.
    private static IEnumerable<Deed> ReadWhole(string file)
    {
        var text = File.ReadAllText(file);
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Skip(1).Select(line => line.Split(' '))
            .Select(words => new Deed(Time(words[0]), words[1], words[2], words[3], WorkerBegan: Time(lines[0])));
    }

    private static long Time(string ticks) => long.Parse(ticks, CultureInfo.InvariantCulture);
}
