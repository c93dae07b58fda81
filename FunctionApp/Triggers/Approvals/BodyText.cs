using System.Text.Json;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Reads a short text of a body.</summary>
internal static class BodyText
{
    /// <summary>Reads a field.</summary>
    /// <param name="maxLength">How long it may be.</param>
    /// <returns>The text, trimmed; null if there is none.</returns>
    public static ParseResult<string> Parse(IReadOnlyList<JsonProperty> given, string name, int maxLength)
    {
        var value = given.FirstOrDefault(field => field.NameEquals(name)).Value;
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return (string?)null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= maxLength
            && !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
            ? text
            : ApiProblem.InvalidRequest((name, $"{name} must be a text of 1 to {maxLength} characters."));
    }
}
