namespace FuseDeskFlows.Language.Models.Answers;

/// <summary>
/// Takes off what a model thought before it answered, where its server leaves that in the answer, and the marks of its template.
/// </summary>
internal static class ThinkingText
{
    // gpt-oss without its server's reader: the answer stands in the last channel.
    private const string FinalChannel = "<|channel|>final<|message|>";

    private static readonly (string Open, string Close)[] Marks =
    [
        ("<think>", "</think>"), ("<thinking>", "</thinking>"), ("<thought>", "</thought>"), ("<reasoning>", "</reasoning>"),
        ("<reflection>", "</reflection>"), ("[THINK]", "[/THINK]"), ("<seed:think>", "</seed:think>"), ("◁think▷", "◁/think▷"),
    ];

    private static readonly string[] Ends =
    [
        "<|im_end|>", "<|eot_id|>", "<|end|>", "<|return|>", "<|endoftext|>", "<|end_of_text|>", "<end_of_turn>", "</s>",
    ];

    /// <summary>Gives the answer; empty if it is all thinking.</summary>
    public static string Remove(string text)
    {
        var answer = text.LastIndexOf(FinalChannel, StringComparison.Ordinal) is var final and >= 0
            ? text[(final + FinalChannel.Length)..]
            : text;
        while (TryRemoveFirst(answer = answer.Trim(), out var rest))
        {
            answer = rest;
        }

        while (Array.Find(Ends, end => answer.EndsWith(end, StringComparison.Ordinal)) is { } end)
        {
            answer = answer[..^end.Length].TrimEnd();
        }

        return answer;
    }

    private static bool TryRemoveFirst(string text, out string rest)
    {
        foreach (var (open, close) in Marks)
        {
            var end = text.IndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (text.StartsWith(open, StringComparison.OrdinalIgnoreCase))
            {
                rest = end < 0 ? "" : text[(end + close.Length)..];
                return true;
            }

            // Some templates open the thinking themselves. In an answer that begins as JSON the mark is a text's.
            if (end >= 0 && text[0] is not ('{' or '[') && text.IndexOf(open, 0, end, StringComparison.OrdinalIgnoreCase) < 0)
            {
                rest = text[(end + close.Length)..];
                return true;
            }
        }

        rest = text;
        return false;
    }
}
