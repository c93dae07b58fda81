namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>
/// What texts look like in one language: a file beside this one, named by the language's code. Code asks the tables of all languages,
/// since one mail may have several.
/// </summary>
internal sealed record LanguageTable
{
    /// <summary>The language's ISO 639-1 code, which is the file's name.</summary>
    public string Code { get; init; } = "";

    /// <summary>How mail programs mark what somebody else wrote.</summary>
    public required MailForms Mail { get; init; }

    /// <summary>How a message begins, without the name that follows: <c>Hello</c>, <c>Sehr geehrte</c>.</summary>
    public required IReadOnlyList<string> Greetings { get; init; }

    /// <summary>How a message ends, above the name.</summary>
    public required IReadOnlyList<string> Closings { get; init; }

    /// <summary>Words of thanks: a message of nothing else leaves nobody waiting.</summary>
    public required IReadOnlyList<string> Thanks { get; init; }

    /// <summary>Words by which thanks are for what is still to be done.</summary>
    public required IReadOnlyList<string> InAdvance { get; init; }

    /// <summary>Beginnings of sentences that are polite and say nothing else: wishes, apologies, praise.</summary>
    public required IReadOnlyList<string> Courtesy { get; init; }

    /// <summary>How somebody says that all is well now.</summary>
    public required IReadOnlyList<string> Solved { get; init; }

    /// <summary>Words that take back a part of what was said, so that thanks beside them are not all: <c>but</c>, <c>still</c>.</summary>
    public required IReadOnlyList<string> Reservations { get; init; }

    /// <summary>How somebody of a team says that she is going to do something.</summary>
    public required IReadOnlyList<string> Promises { get; init; }

    /// <summary>How somebody shows displeasure, in words that are hardly used for anything else, nor negated.</summary>
    public required IReadOnlyList<string> Displeasure { get; init; }

    /// <summary>Words by which a sentence tells of a trouble.</summary>
    public required IReadOnlyList<string> Troubles { get; init; }

    /// <summary>Words by which somebody of a team tells what was done or found out.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>How a customer is asked to rate the service.</summary>
    public required IReadOnlyList<string> Surveys { get; init; }

    /// <summary>What stands beside that, and means nothing alone: <c>it takes a minute</c>.</summary>
    public required IReadOnlyList<string> SurveyRemarks { get; init; }

    /// <summary>What a chat's own program says, under whatever name: queues, who came and went, bots.</summary>
    public required IReadOnlyList<string> ChatNotices { get; init; }

    /// <summary>How somebody of a team asks, when all is done, whether there is more that she can do.</summary>
    public required IReadOnlyList<string> ClosingOffers { get; init; }

    /// <summary>How somebody answers that: <c>no, that's all</c>.</summary>
    public required IReadOnlyList<string> NothingElse { get; init; }

    /// <summary>How somebody says that nothing is urgent.</summary>
    public required IReadOnlyList<string> Patience { get; init; }

    /// <summary>What automatic replies say.</summary>
    public required AutomaticReplyCues AutomaticReplies { get; init; }

    /// <summary>Words by which a sentence asks for something without a question mark.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>Words by which a sentence is a question where the mark is left off.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Abbreviations whose full stop ends no sentence, with it.</summary>
    public required IReadOnlyList<string> Abbreviations { get; init; }

    /// <summary>The commonest words, by which a text's language is told.</summary>
    public required IReadOnlyList<string> CommonWords { get; init; }

    /// <summary>The sentences around a draft that was written without a model.</summary>
    public required DraftFrame DraftFrame { get; init; }
}
