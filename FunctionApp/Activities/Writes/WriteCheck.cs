using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Finds what of a write's arguments cannot be meant, before anybody is asked to approve it.</summary>
/// <param name="arguments">The arguments by the account's names.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class WriteCheck(SortedDictionary<string, JsonElement> arguments, List<WriteFault> faults)
{
    private const int MaxText = 50_000;

    public void Run(ToolDefinition tool, WriteMeaning meaning)
    {
        CheckId(meaning);
        CheckTexts(meaning);
        if (meaning.Kind != WriteKind.Other)
        {
            Check(meaning.Name(WriteMeaning.Status), IsStatus, $"It must be one of {string.Join(", ", CaseStatusNames.All.Keys)}.");
            Check(meaning.Name(WriteMeaning.Rep), IsId, "It must be the user id of a rep, a whole number above 0.");
            Check(meaning.Name(WriteMeaning.Department), IsId, "It must be the id of a department, a whole number above 0.");
            Check(meaning.Name(WriteMeaning.Tag), IsId, "It must be the id of a tag, a whole number above 0.");
            Check(meaning.Name(WriteMeaning.Until), IsMoment, "It must be a date and time, such as 2026-03-02T09:00:00Z.");
        }

        if (faults.Count == 0 && meaning is { Kind: WriteKind.CaseUpdate, Asked: [] })
        {
            faults.Add(new() { Field = "arguments", Fault = $"{tool.Name} is asked to change nothing." });
        }
    }

    private static bool IsId(JsonElement value) => JsonScalar.NumericId(value) is not null;

    private static bool IsStatus(JsonElement value) => CaseStatusNames.All.ContainsKey(JsonScalar.Text(value)?.ToLowerInvariant() ?? "");

    private static bool IsMoment(JsonElement value) => Timestamps.Parse(JsonScalar.Text(value)) is not null;

    private void CheckId(WriteMeaning meaning)
    {
        if (!arguments.TryGetValue(WriteRequests.Id, out var id))
        {
            return;
        }

        if (meaning.Kind != WriteKind.Other)
        {
            Check(WriteRequests.Id, IsId, "It must be the id of a case, a whole number above 0.");
        }
        else if (meaning.Id is null)
        {
            Add(WriteRequests.Id, id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? "It is no id." : "It must be an id.");
        }
    }

    // To write nothing is to delete: of a known field nobody means that, and it could not be shown.
    private void CheckTexts(WriteMeaning meaning)
    {
        foreach (var (name, value) in arguments.Where(argument => argument.Value.ValueKind == JsonValueKind.String))
        {
            var text = value.GetString()!;
            var needsText = meaning.Kind != WriteKind.Other && name is not WriteRequests.Id;
            if (text.Length > MaxText || (needsText && string.IsNullOrWhiteSpace(text)))
            {
                Add(name, $"It must be a text of 1 to {MaxText} characters.");
            }
        }
    }

    private void Check(string? name, Func<JsonElement, bool> fits, string fault)
    {
        if (name is not null && !fits(arguments[name])
            && !faults.Exists(known => string.Equals(known.Field, ArgumentBinder.FieldOf(name), StringComparison.Ordinal)))
        {
            Add(name, fault);
        }
    }

    private void Add(string argument, string fault) => faults.Add(ArgumentBinder.Fault(argument, fault));
}
