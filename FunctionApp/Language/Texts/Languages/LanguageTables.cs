using System.Text.Json;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>The tables of all languages, which are embedded in the app. Whoever adds a language adds a file and its code here.</summary>
internal static class LanguageTables
{
    private static readonly string[] Codes =
        ["en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "pl", "ja", "zh", "ko", "ar", "he"];

    // A section that is misspelt or missing is an error, never an empty list.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All tables, English first.</summary>
    public static IReadOnlyList<LanguageTable> All { get; } = [.. Codes.Select(Load)];

    private static LanguageTable Load(string code)
    {
        using var stream = typeof(LanguageTables).Assembly.GetManifestResourceStream($"Languages/{code}.json")
            ?? throw new InvalidOperationException($"The table of language {code} is not part of the app.");
        return JsonSerializer.Deserialize<LanguageTable>(stream, Strict)! with { Code = code };
    }
}
