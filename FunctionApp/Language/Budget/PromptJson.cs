using System.Text.Encodings.Web;
using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Language.Budget;

/// <summary>JSON as models read it: only what JSON itself needs is escaped, since each escaped apostrophe would cost four tokens.</summary>
internal static class PromptJson
{
    private static readonly JsonSerializerOptions Options = new(AppJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value on one line.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The line, without its end.</returns>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Options);
}
