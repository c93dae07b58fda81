namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>All themes, and what is said about any of them.</summary>
internal static class ThemeLibrary
{
    /// <summary>All themes; Technical Support has the most.</summary>
    public static readonly IReadOnlyList<Theme> All =
    [
        CalendarSync.Theme,
        DoubleCharge.Theme,
        SignIn.Theme,
        Migration.Theme,
        PlanChange.Theme,
        Webhooks.Theme,
        Presales.Theme,
        Payouts.Theme,
    ];

    /// <summary>What a customer says in the later course of any case.</summary>
    public static readonly string[] CustomerAgain =
    [
        "Is there any news? I have to report back to my team today.",
        "Thank you. I have forwarded this to my colleague, she will try it tomorrow morning and I will tell you how it went.",
        "I tried it on two machines. On one it works now, on the other it does not; I do not see what the difference is.",
        "Sorry for the late answer, I was at a trade fair. Yes, please go ahead as you proposed.",
        "One more question about this: will the same thing happen again at the next renewal?",
    ];

    /// <summary>What a rep says in the later course of any case.</summary>
    public static readonly string[] RepAgain =
    [
        "thank you for trying. I have passed your result on to engineering and will come back to you by tomorrow evening at the latest.",
        "just a short note so that you know we have not forgotten you: the change is in review, and I check on it twice a day.",
        "could you please clear the browser cache on the second machine and try once more? "
            + "If it still fails, send me the time of the attempt, then I can find it in the log.",
        "understood. I have written that down for the account, and the next step is with us.",
        "good question. No: the cause is removed, not only its effect, so the next renewal will not bring it back.",
    ];

    /// <summary>What a rep notes in the later course of any case.</summary>
    public static readonly string[] NotesAgain =
    [
        "Customer is patient but needs a date. Asked engineering for one.",
        "Checked with the shift lead: stays with us, no handover.",
        "Nothing new from engineering, will look again tomorrow at ten.",
        "Answer drafted, waiting for a second pair of eyes.",
    ];

    /// <summary>Thanks at the end.</summary>
    public static readonly string[] Thanks =
    [
        "That did it. Thank you for the patience!",
        "Works on our side as well. You can close this.",
        "Perfect, thank you. Have a good week!",
    ];
}
