namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>
/// What stands around the customer's and the team's own words in a draft, in one language: <c>{day}</c> is a day in words,
/// <c>{quote}</c> a quotation with its marks.
/// </summary>
internal sealed record DraftFrame
{
    /// <summary>Thanks for a message of a known day, and what was asked in it.</summary>
    public required string ThanksOn { get; init; }

    /// <summary>The same where the day is not known.</summary>
    public required string Thanks { get; init; }

    /// <summary>What the team told on a known day.</summary>
    public required string ToldOn { get; init; }

    /// <summary>The same where the day is not known.</summary>
    public required string Told { get; init; }

    /// <summary>Where the answer is to be written.</summary>
    public required string Answer { get; init; }

    /// <summary>What the customer forwarded instead of writing.</summary>
    public required string Forwarded { get; init; }
}
