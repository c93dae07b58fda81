namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Why an answer ended, in OpenAI's words. Whatever is not known to be another reason is the end.</summary>
internal static class FinishReasons
{
    public const string Length = "length";

    public static string Normalize(string? reason) => reason?.ToLowerInvariant() switch
    {
        "length"
        or "max_tokens"
        or "max_completion_tokens"
        or "max_output_tokens"
        or "model_length"
        or "max_length"
        or "token_limit"
        or "truncated" => Length,
        "content_filter" or "content-filter" or "safety" or "recitation" or "blocklist" or "prohibited_content" or "sensitive" =>
            "content_filter",
        _ => "stop",
    };
}
