using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>How the sandbox writes JSON: camelCase records, readable text.</summary>
internal static class SandboxJson
{
    /// <summary>Options for records.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonNode body) => body.ToJsonString(Options);

    /// <summary>Writes a record.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
