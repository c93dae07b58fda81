using System.Collections.Frozen;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Signs in a sentence of what it is for: asking, telling of trouble, telling what was done. Words are those of one language, or of all
/// where it is not known: the same word is thanks in one and means yes in another.
/// </summary>
internal sealed class MessageCues
{
    // Longer ones say something beside thanks; a character of Chinese or Japanese counts as half a word.
    private const int MaxCourtesyWords = 16;
    private const int MaxExclamationWords = 5;
    private const int MaxClauseWords = 3;
    private const int MinQuotedWords = 4;

    // So short a sentence tells no language.
    private static readonly PhraseSet Patience = new(LanguageTables.All.SelectMany(table => table.Patience));

    // A day of the week promises as a date does.
    private static readonly PhraseSet Weekdays =
        new(LanguageTables.All.SelectMany(table => WrittenDay.CultureOf(table.Code).DateTimeFormat.DayNames));

    private static readonly PhraseSet NothingElse = new(LanguageTables.All.SelectMany(table => table.NothingElse));

    private static readonly MessageCues OfAll = new(LanguageTables.All);

    private static readonly FrozenDictionary<string, MessageCues> ByCode =
        LanguageTables.All.ToFrozenDictionary(table => table.Code, table => new MessageCues([table]), StringComparer.Ordinal);

    private readonly PhraseSet _requests;
    private readonly PhraseSet _questions;
    private readonly PhraseSet _exclamations;
    private readonly PhraseSet _courtesy;
    private readonly PhraseSet _thanks;
    private readonly PhraseSet _solved;
    private readonly PhraseSet _reservations;
    private readonly PhraseSet _inAdvance;
    private readonly PhraseSet _promises;
    private readonly PhraseSet _displeasure;
    private readonly PhraseSet _troubles;
    private readonly PhraseSet _actions;

    private MessageCues(IReadOnlyList<LanguageTable> tables)
    {
        _requests = new(tables.SelectMany(table => table.Requests));
        _questions = new(tables.SelectMany(table => table.Questions));
        _exclamations = new(tables.SelectMany(table => table.Courtesy.Where(phrase => !phrase.Contains(' ')).Concat(table.Greetings)));
        _courtesy = new(tables.SelectMany(table => table.Courtesy.Where(phrase => phrase.Contains(' ') || phrase[0] > '\u2fff')));
        _thanks = new(tables.SelectMany(table => table.Thanks));
        _solved = new(tables.SelectMany(table => table.Solved));
        _inAdvance = new(tables.SelectMany(table => table.InAdvance));
        _reservations = new(tables.SelectMany(table => table.Reservations));
        _promises = new(tables.SelectMany(table => table.Promises));
        _displeasure = new(tables.SelectMany(table => table.Displeasure));
        _troubles = new(tables.SelectMany(table => table.Troubles));
        _actions = new(tables.SelectMany(table => table.Actions));
    }

    public static MessageCues In(LanguageTable? language) => language is null ? OfAll : ByCode[language.Code];

    /// <summary>True if the sentence asks something, also where its question mark was left off.</summary>
    public bool IsQuestion(string sentence)
    {
        var end = sentence.AsSpan().TrimEnd("\"”)'’»」』） ");
        return end.Length > 0 && (QuestionMarks.IsAtEnd(end)
            || (end[^1] is ';' && IsGreek(end))
            || _questions.Ends(sentence)
            || (char.IsLetterOrDigit(end[^1]) && _questions.Begins(sentence)));
    }

    /// <summary>True if the sentence asks for something without a question mark.</summary>
    public bool IsRequest(string sentence) => _requests.IsIn(sentence) && !IsCourtesy(sentence);

    /// <summary>True if it asks or requests.</summary>
    public bool Asks(string sentence) => IsQuestion(sentence) || IsRequest(sentence);

    /// <summary>True if words tell of a trouble.</summary>
    public bool TellsOfTrouble(string sentence) => _troubles.IsIn(sentence) && !IsPatient(sentence);

    /// <summary>True if words tell what was done or found out.</summary>
    public bool TellsOfAction(string sentence) => _actions.IsIn(sentence) || SentenceForms.OwnAction.IsMatch(sentence);

    /// <summary>True if its author says that there is no hurry.</summary>
    public static bool IsPatient(string sentence) => Patience.IsIn(sentence);

    /// <summary>True if it takes back a part of what was said.</summary>
    public bool HasReservation(string sentence) => _reservations.IsIn(sentence);

    /// <summary>True if the sentence promises something, which a reader wants to check.</summary>
    public static bool Promises(string sentence) => SentenceForms.Promise.IsMatch(SentenceForms.Quoted.Replace(sentence, ""));

    /// <summary>True if the sentence hands on a sentence of another, and not only a name that stands in quotation marks.</summary>
    public static bool QuotesAnother(string sentence) =>
        TextLength.Words(sentence) - TextLength.Words(SentenceForms.Quoted.Replace(sentence, "")) >= MinQuotedWords;

    /// <summary>True if its author says that he is going to do something, in the words of the language.</summary>
    public bool Announces(string sentence)
    {
        // What stands between quotation marks is another's promise, or threat.
        var own = SentenceForms.Quoted.Replace(sentence, "");
        return (_promises.IsIn(own) || SentenceForms.Promise.IsMatch(own)) && !IsCourtesy(sentence);
    }

    /// <summary>True if it says that the trouble is over.</summary>
    public bool SaysSolved(string sentence) => _solved.IsIn(sentence);

    /// <summary>True if words show displeasure.</summary>
    public bool IsDispleased(string sentence) => _displeasure.IsIn(sentence);

    /// <summary>True if it is polite, and no content.</summary>
    public bool IsCourtesy(string sentence) =>
        (BeginsPolitely(sentence) || _thanks.Begins(sentence) || HasThanks(sentence)) && !SaysMore(sentence);

    /// <summary>True if it thanks for what was done, or says that all is well, without any reservation.</summary>
    public bool IsThanks(string sentence) =>
        HasThanks(sentence) && !SaysMore(sentence) && !_inAdvance.IsIn(sentence) && !sentence.Any(char.IsDigit);

    /// <summary>True if it praises or greets, which a message of thanks may do, too.</summary>
    public bool IsPolite(string sentence) => (BeginsPolitely(sentence) && !SaysMore(sentence)) || WantsNothingElse(sentence);

    private static bool WantsNothingElse(string sentence) => NothingElse.Begins(sentence)
        && TextLength.Words(sentence) <= MaxExclamationWords && !QuestionMarks.IsIn(sentence);

    private bool HasThanks(string sentence) =>
        (_thanks.IsIn(sentence) || _solved.IsIn(sentence)) && !_requests.IsIn(sentence);

    // "Hello" and "Great" may stand before anything: what follows them must be short.
    private bool BeginsPolitely(string sentence) =>
        _courtesy.Begins(sentence) || (TextLength.Words(sentence) <= MaxExclamationWords && _exclamations.Begins(sentence));

    private bool SaysMore(string sentence) =>
        TextLength.Words(sentence) > MaxCourtesyWords || IsQuestion(sentence) || _reservations.IsIn(sentence) || HasOtherClause(sentence);

    // "Thanks, it is being fixed": what stands beside a comma counts for itself, unless it is a name or a word or two.
    private bool HasOtherClause(string sentence)
    {
        var clauses = sentence.Split(
            [',', ';', '、', '，', '،', '–', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return clauses.Length > 1
            && clauses.Any(clause => TextLength.Words(clause) > MaxClauseWords && !HasThanks(clause) && !BeginsPolitely(clause));
    }

    // In Greek a semicolon asks.
    private static bool IsGreek(ReadOnlySpan<char> sentence) => sentence.ContainsAnyInRange('Α', 'ώ');

    /// <summary>True if the sentence has a date, a time or an amount, which a summary should keep.</summary>
    public static bool HasFigure(string sentence) => SentenceForms.Figure.IsMatch(sentence) || Weekdays.IsIn(sentence);
}
