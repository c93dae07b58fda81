namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>People, cases and chats that are there whatever the seed: the article's own, and the edge cases.</summary>
internal static class SandboxPeople
{
    /// <summary>The article's customer: exactly three cases.</summary>
    public const string SarahEmail = "sarah@examplecorp.com";

    /// <summary>Sarah's newest case by opening date: 14 items, three reps, the last to answer disabled, the customer waits.</summary>
    public const int SarahNewestCase = 84877;

    /// <summary>Sarah's closed case of last year.</summary>
    public const int SarahOldCase = 84455;

    /// <summary>Sarah's case that was imported later: the highest number of the three, yet not the newest.</summary>
    public const int SarahImportedCase = 84931;

    /// <summary>The article's second customer, whose case is <see cref="ArticleCase"/>.</summary>
    public const string JordanEmail = "j.doe@example.com";

    /// <summary>The article's case 84920.</summary>
    public const int ArticleCase = 84920;

    /// <summary>The article's chat: Technical Support, active, the client spoke last.</summary>
    public const string ArticleChat = "10294";

    /// <summary>The client of <see cref="ArticleChat"/>.</summary>
    public const string ElenaEmail = "elena@fjordfit.example";

    public const int TechnicalSupport = 3;

    /// <summary>User id of Priya Nair, active: the first to answer Sarah.</summary>
    public const int Priya = 49;

    /// <summary>User id of Daniel Okafor, active: he called Sarah.</summary>
    public const int Daniel = 50;

    /// <summary>User id of Marcus Webb, disabled: the last to answer Sarah, and still assigned.</summary>
    public const int Marcus = 51;

    /// <summary>A contact without any case.</summary>
    public const string NoCasesEmail = "nora@quietstudio.example";

    /// <summary>A name that two contacts share.</summary>
    public const string SharedName = "Maria Fernandez";

    /// <summary>The one of the two whose case is 84600.</summary>
    public const string FirstMariaEmail = "maria.fernandez@casaverde.example";

    /// <summary>The other, whose case is 84601.</summary>
    public const string SecondMariaEmail = "m.fernandez@puertosur.example";

    /// <summary>An address which is also a part of another contact's address: a search finds both.</summary>
    public const string ContainedEmail = "anna@orchard.example";

    /// <summary>The address that contains <see cref="ContainedEmail"/>.</summary>
    public const string ContainingEmail = "joanna@orchard.example";

    /// <summary>A contact whose only case has an empty history.</summary>
    public const string EmptyHistoryEmail = "emil@haas-yoga.example";

    /// <summary>The case with an empty history.</summary>
    public const int EmptyHistoryCase = 84500;

    /// <summary>A contact whose only case no rep ever touched.</summary>
    public const string NoRepEmail = "wanda@reyes.example";

    /// <summary>The case whose history has no rep.</summary>
    public const int NoRepCase = 84510;

    /// <summary>A contact in whose only case mail programs quote, forward, hide and answer by themselves.</summary>
    public const string MailProgramsEmail = "lukas@weber-tanz.example";

    /// <summary>The case of those mails.</summary>
    public const int MailProgramsCase = 84515;

    /// <summary>A contact whose only case was answered by a rep who no longer exists.</summary>
    public const string UnknownRepEmail = "uma@patel.example";

    /// <summary>The case with the unknown rep.</summary>
    public const int UnknownRepCase = 84520;

    /// <summary>A user id that no rep has: 404.</summary>
    public const int UnknownRep = 999;

    /// <summary>A contact whose only case is full of hostile text.</summary>
    public const string HostileEmail = "ivo@marek.example";

    /// <summary>The case with scripts, markup and orders to the model.</summary>
    public const int HostileCase = 84550;

    /// <summary>The case with 80 items.</summary>
    public const int LongestCase = 84530;

    /// <summary>A case with two items.</summary>
    public const int ShortestCase = 84540;

    /// <summary>A case whose first mail is longer than 10 KB.</summary>
    public const int LongMailCase = 84560;
}
