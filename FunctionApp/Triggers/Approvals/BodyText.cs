using System.Text.Json;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Reads a short text of a body.</summary>
internal static class BodyText
{
    /// <summary>Reads a field.</summary>
    /// <param name="maxLength">How long it may be.</param>
    /// <param name="mayHaveLines">Whether it may have line breaks and tabs.</param>
    /// <returns>The text, trimmed; null if there is none.</returns>
    public static ParseResult<string> Parse(IReadOnlyList<JsonProperty> given, string name, int maxLength, bool mayHaveLines = false)
    {
        var value = given.FirstOrDefault(field => field.NameEquals(name)).Value;
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return (string?)null;
        }

        return TextFault.Find(value, maxLength, mayHaveLines) is { } fault
            ? ApiProblem.InvalidRequest((name, $"{name} {fault}"))
            : value.GetString()!.Trim();
    }
}
