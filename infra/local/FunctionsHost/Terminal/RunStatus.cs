using System.Text.Json;

namespace LocalFunctionsHost.Terminal;

/// <summary>A custom status of the form <c>{ "phase", "done", "total", "waiting": { "until", "for" } }</c>.</summary>
/// <param name="Phase">What the run does.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all, as far as it is known.</param>
/// <param name="Waiting">What it waits for; null while it does not.</param>
internal sealed record RunStatus(string Phase, double? Done, double? Total, RunWait? Waiting)
{
    /// <summary>Reads a custom status; null if it is of another form.</summary>
    /// <param name="json">The custom status.</param>
    public static RunStatus? Read(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The steps: <c>3 of 7</c>; empty where they are not known.</summary>
    public string Steps => this is { Done: { } done, Total: { } total } ? $"{done:0.#} of {total:0.#}" : "";

    private static RunStatus? Read(JsonElement status)
    {
        if (Property(status, "phase") is not { ValueKind: JsonValueKind.String } phase)
        {
            return null;
        }

        var wait = Property(status, "waiting") is { } waiting
            && Property(waiting, "until") is { ValueKind: JsonValueKind.String } until && until.TryGetDateTimeOffset(out var moment)
            ? new RunWait(moment, Property(waiting, "for") is { ValueKind: JsonValueKind.String } reason ? reason.GetString() : null)
            : null;
        return new(phase.GetString()!, Number(status, "done"), Number(status, "total"), wait);
    }

    private static double? Number(JsonElement status, string name) =>
        Property(status, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
