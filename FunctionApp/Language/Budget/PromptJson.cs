using System.Text.Encodings.Web;
using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Language.Budget;

/// <summary>
/// JSON as models read it, on one line: only what JSON itself needs is escaped, since each escaped apostrophe would cost four tokens.
/// </summary>
internal static class PromptJson
{
    /// <summary>The options, read-only.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(AppJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string SerializeLine<T>(T value) => JsonSerializer.Serialize(value, Options);
}
