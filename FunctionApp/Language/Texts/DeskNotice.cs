using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Finds what a help desk's own programs say in the team's name: that the customer queues, that somebody came or went, that she may rate
/// the service. Nobody is answered by it, and nobody has to answer it.
/// </summary>
internal static class DeskNotice
{
    private const int MaxWords = 80;
    private const int MaxRemarkWords = 3;
    private const int MaxGradeWords = 8;
    private const StringSplitOptions ClauseOptions = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly char[] ClauseMarks = [',', ';', '、', '，', '،'];

    private static readonly PhraseSet Surveys = new(LanguageTables.All.SelectMany(table => table.Surveys));
    private static readonly PhraseSet Remarks = new(LanguageTables.All.SelectMany(table => table.SurveyRemarks));
    private static readonly PhraseSet Receipts = new(LanguageTables.All.SelectMany(table => table.AutomaticReplies.Receipts));
    private static readonly PhraseSet Offers = new(LanguageTables.All.SelectMany(table => table.ClosingOffers));
    private static readonly PhraseSet ChatNotices = new(LanguageTables.All.SelectMany(table => table.ChatNotices));

    /// <summary>True if a message of the team is nothing else.</summary>
    public static bool Is(ParsedMessage message) => message.Item.IsToCustomer()
        && message.Sentences.Sum(TextLength.Words) <= MaxWords
        && (OnlyAsksToRate(message)
            || OnlySays(Receipts, message)
            || (message.Item.Kind == HistoryKind.Chat && OnlySays(ChatNotices, message)));

    /// <summary>True if a message of the team asks how the service was.</summary>
    public static bool AsksToRate(ParsedMessage message) => !message.Item.IsFromCustomer() && message.Sentences.Any(Surveys.IsIn);

    /// <summary>True if a customer's message can be nothing but the answer to that: a grade, and a word or two.</summary>
    public static bool IsGrade(ParsedMessage message) => message.Item.IsFromCustomer()
        && message is { Item.Attachments: null, Sentences.Count: > 0 }
        && message.Sentences.Sum(TextLength.Words) <= MaxGradeWords
        && !message.Sentences.Any(sentence => message.Cues.Asks(sentence) || message.Cues.TellsOfTrouble(sentence)
            || message.Cues.HasReservation(sentence) || message.Cues.IsDispleased(sentence));

    /// <summary>True if a message asks nothing but how the service was, or whether there is anything else.</summary>
    public static bool AsksNothing(ParsedMessage message) => message.Sentences.All(sentence =>
        Surveys.IsIn(sentence) || Offers.IsIn(sentence) || !message.Cues.Asks(sentence));

    private static bool OnlyAsksToRate(ParsedMessage message) => message.Sentences.Any(Surveys.IsIn)
        && message.Sentences.All(sentence => IsOfSurvey(sentence, message.Cues));

    // What was done, or is going to be, is more than a survey, whatever stands beside it.
    private static bool IsOfSurvey(string sentence, MessageCues cues) => IsPolite(sentence, cues)
        || ((Surveys.IsIn(sentence) || Remarks.IsIn(sentence)) && !cues.TellsOfAction(sentence) && !cues.Announces(sentence))
        || (TextLength.Words(sentence) <= MaxRemarkWords && !cues.IsQuestion(sentence));

    // A person who takes over asks something, or tells something: each clause has to be a program's.
    private static bool OnlySays(PhraseSet notices, ParsedMessage message) => message.Sentences.Any(notices.IsIn)
        && message.Sentences.All(sentence => IsPolite(sentence, message.Cues)
            || (!message.Cues.IsQuestion(sentence) && sentence.Split(ClauseMarks, ClauseOptions).All(clause =>
                TextLength.Words(clause) <= MaxRemarkWords || notices.IsIn(clause) || IsPolite(clause, message.Cues)
                || MessageCues.IsPatient(clause)
                || (message.Cues.Announces(clause) && !MessageCues.HasFigure(clause)))));

    // That all works again is no courtesy where the team says it.
    private static bool IsPolite(string sentence, MessageCues cues) =>
        (cues.IsCourtesy(sentence) || cues.IsPolite(sentence)) && !cues.SaysSolved(sentence);
}
