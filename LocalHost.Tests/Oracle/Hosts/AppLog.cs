using System.Text.Json;

namespace LocalHost.Tests.Oracle.Hosts;

/// <summary>What the app has written of its own calls: a JSON line each, with <c>at</c>, <c>pid</c>, <c>what</c> and <c>data</c>.</summary>
/// <param name="file">It may not be there yet.</param>
internal sealed class AppLog(string file)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The whole lines of a kind, oldest first.</summary>
    public IReadOnlyList<JsonElement> Lines(string what)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var whole = reader.ReadToEnd().Split('\n')[..^1];
        return [.. whole.Select(Parse).Where(line => line.GetProperty("what").ValueEquals(what))];
    }

    /// <summary>How many calls of a kind there were; orchestrations that are replayed are none.</summary>
    public int Calls(string what) => Lines(what).Count(line =>
        !line.GetProperty("data").TryGetProperty("IsReplaying", out var replays) || !replays.GetBoolean());

    /// <summary>Waits until there are so many lines of a kind; returns them, or what there is after 90 s.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilAsync(string what, int count, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Lines(what).Count < count && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(30, cancellationToken);
        }

        return Lines(what);
    }

    private static JsonElement Parse(string line) => JsonSerializer.Deserialize<JsonElement>(line);
}
