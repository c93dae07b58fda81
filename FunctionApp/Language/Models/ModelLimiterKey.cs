using FuseDeskFlows.Language.Settings;

namespace FuseDeskFlows.Language.Models;

/// <summary>The key of a model's shared rate limiter: who shares the model's address and name shares its quota.</summary>
internal static class ModelLimiterKey
{
    /// <summary>
    /// Host and name, of which everything is replaced that an entity's key may not have on every store; never the API key.
    /// </summary>
    public static string For(LanguageOptions options)
    {
        var (address, name) = options.UsesAzure
            ? (options.AzureOpenAI.Endpoint, options.AzureOpenAI.Deployment)
            : (options.OpenAI.BaseUrl, options.OpenAI.Model);
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : "";
        return $"{Plain(host)}:{Plain(name)}:model";
    }

    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Select(letter => IsKept(letter) ? letter : '-'));

    private static bool IsKept(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}
