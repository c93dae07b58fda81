using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts;

/// <summary>What the customer asked last.</summary>
/// <param name="Text">Her question, in her words.</param>
/// <param name="Item">The history item that it is from.</param>
internal sealed record CustomerQuestion(string Text, HistoryItem Item)
{
    private const int MaxLength = 500;
    private const int MaxSentences = 3;

    /// <summary>Finds the question in the customer's last message that has text.</summary>
    /// <returns>Her question; if she asked nothing, her request, else how the message begins; null if she wrote nothing.</returns>
    public static CustomerQuestion? FindLast(Case supportCase)
    {
        foreach (var item in supportCase.History.Reverse().Where(item => item.IsFromCustomer() && !ReadableText.IsOnlyAttachments(item)))
        {
            var sentences = new ParsedMessage(item).Sentences;
            if (sentences.Count > 0)
            {
                return new(SafeText.Shorten(SafeText.Capitalise(string.Join(' ', Asking(sentences))), MaxLength), item);
            }
        }

        return null;
    }

    private static IEnumerable<string> Asking(IReadOnlyList<string> sentences)
    {
        var questions = sentences.Where(MessageCues.IsQuestion).ToList();
        if (questions.Count == 0)
        {
            questions = [.. sentences.Where(sentence => MessageCues.IsRequest(sentence) && !MessageCues.IsCourtesy(sentence))];
        }

        return questions.Count > 0
            ? questions.TakeLast(MaxSentences)
            : sentences.Take(MaxSentences - 1);
    }
}
