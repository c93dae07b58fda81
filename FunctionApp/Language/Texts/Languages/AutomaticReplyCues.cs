namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>What automatic mail says in one language.</summary>
internal sealed record AutomaticReplyCues
{
    /// <summary>What mail programs put before the subject.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>What calendars put before the subject of an answer to an invitation, in which mostly nothing is written.</summary>
    public required IReadOnlyList<string> Invitations { get; init; }

    /// <summary>What such a text says of itself: that no person sent it, or that something was not delivered.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>That a request has come in, which help desks answer with by themselves, also in a rep's name.</summary>
    public required IReadOnlyList<string> Receipts { get; init; }

    /// <summary>That its sender is away.</summary>
    public required IReadOnlyList<string> Absences { get; init; }

    /// <summary>What to do meanwhile: whom to ask, or to wait.</summary>
    public required IReadOnlyList<string> Referrals { get; init; }
}
