using System.Text.Json;
using FuseDeskFlows.Unicode;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>What a run is about, by what it was started with: else a list of runs of one flow tells nothing.</summary>
internal static class RunSubject
{
    private const int MaxLength = 90;

    // Name in the input, and what stands before the value.
    private static readonly (string Field, string Words)[] Fields =
    [
        ("email", ""), ("search", ""), ("caseId", "case "), ("contactId", "contact "), ("crmId", "CRM "), ("chatId", "chat "),
        ("prompt", ""), ("departments", ""), ("tool", ""), ("status", "status "), ("openedOn", "opened "), ("openedFrom", "from "),
        ("openedTo", "to "),
    ];

    /// <summary>Tells it in a line.</summary>
    /// <param name="run">The run, read with its input.</param>
    /// <returns>Null if nothing tells.</returns>
    public static string? Of(OrchestrationMetadata run)
    {
        try
        {
            return run.SerializedInput is { } json && JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } input
                && string.Join(", ", Parts(input)) is { Length: > 0 } words
                ? SafeText.Shorten(words, MaxLength)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Parts(JsonElement input) =>
        from field in Fields
        where input.TryGetProperty(field.Field, out _)
        let text = Text(input.GetProperty(field.Field))
        where text.Length > 0
        select field.Words + text + (field.Field is "tool" ? TargetOf(input) : "");

    // A write's tool alone does not tell what it is to change.
    private static string TargetOf(JsonElement input) =>
        input.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Object
            && arguments.TryGetProperty("id", out var id) && Text(id) is { Length: > 0 } target
            ? $" {target}"
            : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text).Where(text => text.Length > 0)),
        _ => "",
    };
}
