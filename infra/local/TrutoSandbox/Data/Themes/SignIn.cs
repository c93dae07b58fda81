namespace FuseDeskFlows.TrutoSandbox.Data.Themes;

/// <summary>Members who cannot sign in.</summary>
internal static class SignIn
{
    public static readonly Theme Theme = new()
    {
        DepartmentId = 3,
        Subjects = ["Locked out after changing my phone", "Members cannot sign in: {error}", "Password reset mail never arrives"],
        Openings =
        [
            "I have a new phone and no longer get the codes for signing in. "
                + "The recovery codes are in a safe that I cannot open before next week. How can I get back into my account?",
            "Since this morning our members get \"{error}\" when they sign in on the web. The mobile app still works. "
                + "About {count} people have written to us already.",
            "I have asked for a password reset {count} times. No mail comes, and it is not in the spam folder either.",
        ],
        Questions =
        [
            "to be sure that it is you: which plan are you on, and what is the amount of your last invoice? Then I can start the recovery.",
            "do these members use the button \"Sign in with Google\", or an address and a password? "
                + "And does a private browser window help?",
        ],
        Answers =
        [
            "We are on the Studio plan, and the last invoice was {order}. I hope that is enough.",
            "All of them use the Google button. In a private window it works at the first try and fails at the second.",
        ],
        Findings =
        [
            "identity confirmed, thank you. The recovery takes 24 hours by design, so that nobody else can do it behind your back; "
                + "you will get a mail at each step.",
            "a cookie of the old sign-in page is still accepted by the new one, and then {error} comes up. "
                + "A fix is in testing as HL-{ticket}.",
        ],
        Nudges =
        [
            "The 24 hours are over, and the link says that it has expired. Please do not let it start from the beginning.",
            "It works for most members now, but those with an umlaut in their address still cannot get in.",
        ],
        Notes =
        [
            "Recovery started for {order}, second check by the duty lead is due tomorrow.",
            "Mail provider has the address on its suppression list after a bounce in spring. Removed it.",
        ],
        Calls = ["Called back on the number on file and confirmed identity. Customer will scan the new code tonight. {count} minutes."],
        Fixes =
        [
            "your sign-in is reset and the old devices are signed out. "
                + "Please set up two devices this time, so that one lost phone does not lock you out.",
        ],
    };
}
