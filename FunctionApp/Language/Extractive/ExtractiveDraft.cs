using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>Drafts a reply without a model: in the words of those who wrote, with a frame in the customer's language.</summary>
internal static class ExtractiveDraft
{
    /// <summary>The frame of a reply; what only a person or a model could write is left open, visibly.</summary>
    /// <returns>The frame; null if the customer wrote nothing that is to be answered.</returns>
    public static GeneratedText? Write(Case supportCase)
    {
        var text = new CaseText(supportCase);
        if (CustomerQuestion.FindLast(text) is not { } question)
        {
            return null;
        }

        var language = text.Language ?? LanguageTables.All[0];
        var frame = language.DraftFrame;
        var told = text.Items
            .Where(item => item.Item.IsToCustomer())
            .Select(item => (item.Item, Sentence: text.Action(item)))
            .LastOrDefault(step => step.Sentence is not null);
        var isForwarded = ReadableText.UsesForwarded(question.Item);
        List<SummaryStatement> paragraphs =
        [
            Paragraph(
                isForwarded ? frame.Forwarded : frame.ThanksOn,
                isForwarded ? frame.Forwarded : frame.Thanks,
                question.Item,
                question.Text,
                language),
        ];
        if (told.Sentence is not null)
        {
            paragraphs.Add(Paragraph(frame.ToldOn, frame.Told, told.Item, told.Sentence, language));
        }

        paragraphs.Add(Phrases.Statement(frame.Answer, question.Item));
        return ExtractiveText.Join(paragraphs, separator: "\n\n");
    }

    private static SummaryStatement Paragraph(string dated, string undated, HistoryItem item, string quote, LanguageTable language)
    {
        // What is put in is never searched for places again.
        var (before, after) = item.At is { } at
            ? Around(dated.Replace("{day}", WrittenDay.In(language.Code, DateOnly.FromDateTime(at.UtcDateTime)), StringComparison.Ordinal))
            : Around(undated);
        return Phrases.Statement(before + Quotes.Quote(quote) + after, item);
    }

    private static (string Before, string After) Around(string sentence)
    {
        var parts = sentence.Split("{quote}", 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
