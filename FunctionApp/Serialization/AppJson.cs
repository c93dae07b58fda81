using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FuseDeskFlows.Serialization;

/// <summary>The one JSON dialect of the app: of HTTP bodies, of inputs and outputs in a run's history, and of reports.</summary>
public static class AppJson
{
    /// <summary>Ready-made options, read-only, for code that is given none.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>
    /// Makes options speak the dialect: camelCase, enums as camelCase words, nulls written, lenient reading.
    /// Meant for <c>services.Configure&lt;JsonSerializerOptions&gt;(AppJson.Configure)</c>; calling it twice does no harm.
    /// </summary>
    /// <param name="options">The options to change; they must not have been used yet.</param>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = true;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.ReadCommentHandling = JsonCommentHandling.Skip;
        options.AllowTrailingCommas = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;

        // Names in any script stay readable, while what HTML could misread is still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        if (!options.Converters.OfType<JsonStringEnumConverter>().Any())
        {
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
