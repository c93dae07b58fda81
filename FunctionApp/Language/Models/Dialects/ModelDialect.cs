using System.Collections.Immutable;
using FuseDeskFlows.Language.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>
/// What the configured model's server refuses, learned from its refusals or told by a setting. It only grows, so that no request is tried
/// endlessly.
/// </summary>
internal sealed class ModelDialect
{
    private readonly Lock _lock = new();
    private volatile ImmutableHashSet<string> _refused;

    public ModelDialect(IOptions<LanguageOptions> options)
    {
        var limits = options.Value.Limits;
        _refused = ImmutableHashSet.Create(StringComparer.Ordinal, [.. limits.OmittedParameters]);
        _refused = limits.Stream ? _refused.Add(ModelParameters.WholeAnswer) : _refused;

        // Where the old name is known, the new one may be ignored in silence, so that answers have no limit at all.
        PrefersNewTokenLimit = options.Value.UsesOpenAIItself;
    }

    /// <summary>The names of what is refused.</summary>
    public ImmutableHashSet<string> Refused => _refused;

    /// <summary>Whether the answer's limit is asked for by its new name first.</summary>
    public bool PrefersNewTokenLimit { get; }

    /// <summary>Takes in a refusal.</summary>
    /// <param name="before">What was known to be refused when the request was sent.</param>
    /// <returns>Whether there is reason to ask again: something is known that was not known then.</returns>
    public bool Learn(ImmutableHashSet<string> before, string parameter)
    {
        lock (_lock)
        {
            _refused = _refused.Add(parameter);
            return _refused.Count > before.Count;
        }
    }

    /// <summary>The name of the answer's limit; null if the server takes none.</summary>
    public string? TokenLimitName(ImmutableHashSet<string> refused)
    {
        string[] names = PrefersNewTokenLimit
            ? [ModelParameters.MaxCompletionTokens, ModelParameters.MaxTokens]
            : [ModelParameters.MaxTokens, ModelParameters.MaxCompletionTokens];
        return Array.Find(names, name => !refused.Contains(name));
    }

    /// <summary>How JSON of a schema is asked for; null if only the prompt can ask for it.</summary>
    public static string? FormatName(ImmutableHashSet<string> refused) =>
        !refused.Contains(ModelParameters.JsonSchema) ? ModelParameters.JsonSchema
        : !refused.Contains(ModelParameters.JsonObject) ? ModelParameters.JsonObject
        : null;
}
