using System.Text.Json;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>The types of problems in reports. Clients rely on them: they do not change.</summary>
public static class ProblemTypes
{
    /// <summary>What the types of refused calls begin with.</summary>
    internal const string RefusedPrefix = "refused-";

    /// <summary>No contact has this address, or matches this text.</summary>
    public const string NoContact = "no-contact";

    /// <summary>Several contacts match; the report lists them.</summary>
    public const string SeveralContacts = "several-contacts";

    /// <summary>The contact has no case.</summary>
    public const string NoCase = "no-case";

    /// <summary>
    /// No case is listed for the contact's id that was given. An id that nobody has lists none either, and it was not looked up.
    /// </summary>
    public const string NoCaseListed = "no-case-listed";

    /// <summary>The case that was read belongs to somebody else.</summary>
    public const string CaseOfAnotherContact = "case-of-another-contact";

    /// <summary>The case has no history.</summary>
    public const string EmptyHistory = "empty-history";

    /// <summary>No rep did anything in the case.</summary>
    public const string NoRep = "no-rep";

    /// <summary>Reps left only internal notes; nobody has answered the customer.</summary>
    public const string OnlyNotes = "only-notes";

    /// <summary>The customer was answered, but nothing tells by which rep.</summary>
    public const string RepUnknown = "rep-unknown";

    /// <summary>Whether and by whom the customer was answered is not known, since not all of the history could be read.</summary>
    public const string AnswerUnknown = "answer-unknown";

    /// <summary>The rep who answered last is disabled, and no active colleague was found.</summary>
    public const string NoColleague = "no-colleague";

    /// <summary>No active rep of the case's department can be proposed.</summary>
    public const string NoRepToPropose = "no-rep-to-propose";

    /// <summary>The customer wrote nothing that could be answered.</summary>
    public const string NothingToAnswer = "nothing-to-answer";

    /// <summary>A message has text of others that stands nowhere else in the history; nothing is concluded from it.</summary>
    public const string SetAside = "set-aside";

    /// <summary>No department has this name.</summary>
    public const string NoDepartment = "no-department";

    /// <summary>The department is being audited by another run.</summary>
    public const string AuditRunning = "audit-running";

    /// <summary>The case was read but could not be told in a line.</summary>
    public const string NoLine = "no-line";

    /// <summary>Entries of a list could not be read.</summary>
    public const string LeftOut = "left-out";

    /// <summary>A list or an answer is not complete: something may be missing, and nothing tells what.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>There is a history, but it could not be read.</summary>
    public const string UnreadableHistory = "unreadable-history";

    /// <summary>There was more than is read in detail.</summary>
    public const string Shortened = "shortened";

    /// <summary>Writes of an agent are not allowed by the settings.</summary>
    public const string WritesNotAllowed = "writes-not-allowed";

    /// <summary>An argument of a write is missing or wrong, or the account has no such tool.</summary>
    public const string InvalidArguments = "invalid-arguments";

    /// <summary>A case is to be given to a rep who is disabled, or of whom it is not known that she is active.</summary>
    public const string InactiveRep = "inactive-rep";

    /// <summary>FuseDesk made something else of a write than was asked for.</summary>
    public const string WrittenDifferently = "written-differently";

    /// <summary>What was written could not be read back.</summary>
    public const string NotVerified = "not-verified";

    /// <summary>Nothing tells whether a write was carried out.</summary>
    public const string OutcomeUnknown = "outcome-unknown";

    /// <summary>
    /// A write's target changed after it was approved: a person was asked again, or must look, where it was seen only after the write.
    /// </summary>
    public const string TargetChanged = "target-changed";

    /// <summary>A quota did not come back in the time that the run may wait.</summary>
    public const string OutOfQuota = RefusedPrefix + "out-of-quota";

    /// <summary>The type of a refused call.</summary>
    /// <param name="kind">The kind of refusal.</param>
    /// <returns>For instance <c>refused-not-found</c>.</returns>
    public static string Refused(ToolErrorKind kind) => RefusedPrefix + JsonSerializer.SerializeToElement(kind).GetString();
}
