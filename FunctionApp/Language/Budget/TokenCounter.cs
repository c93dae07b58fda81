using Microsoft.ML.Tokenizers;

namespace FuseDeskFlows.Language.Budget;

/// <summary>Counts tokens as the current OpenAI models do (o200k); for other models it is a good estimate.</summary>
internal sealed class TokenCounter
{
    // A hostile megabyte without a blank would make byte-pair merging slow; slices bound it and count a little too much, never too little.
    private const int Slice = 128;

    private readonly Lazy<TiktokenTokenizer> _tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public int Count(string text)
    {
        var count = 0;
        for (var start = 0; start < text.Length; start += Slice)
        {
            count += _tokenizer.Value.CountTokens(text.AsSpan(start, Math.Min(Slice, text.Length - start)));
        }

        return count;
    }
}
