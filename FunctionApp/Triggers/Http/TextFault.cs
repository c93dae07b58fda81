using System.Text.Json;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Finds what is wrong with a text that a request brings.</summary>
internal static class TextFault
{
    /// <summary>Finds it, to be said after the field's name.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="maxLength">How many characters it may have, without blanks around it.</param>
    /// <param name="mayHaveLines">Whether it may have line breaks and tabs.</param>
    /// <returns>Null if nothing is wrong.</returns>
    public static string? Find(JsonElement value, int maxLength, bool mayHaveLines = false) =>
        value.ValueKind != JsonValueKind.String || value.GetString()!.Trim() is not { Length: > 0 } text
            ? "must be a text that is not empty."
        : text.Length > maxLength ? $"may have {maxLength} characters at most."
        : text.Any(letter => char.IsControl(letter) && !(mayHaveLines && letter is '\n' or '\r' or '\t'))
            ? $"must not have {(mayHaveLines ? "control characters" : "line breaks or other control characters")}."
        : SafeText.OneLine(text).Length == 0 ? "must have a character that can be seen."
        : null;
}
