using System.Globalization;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>What all renderings of all reports say in the same words.</summary>
internal static class ReportText
{
    /// <summary>For instance <c>3 March 2026, 14:05 UTC</c>.</summary>
    public static string Time(DateTimeOffset moment) => Format(moment, "d MMMM yyyy, HH:mm 'UTC'");

    /// <summary>A moment that stands before something else; nothing if it is unknown.</summary>
    public static string TimeBefore(DateTimeOffset? at) => at is { } moment ? Time(moment) + " · " : "";

    /// <summary>For instance <c>3 Mar 2026, 14:05 UTC</c>.</summary>
    public static string ShortTime(DateTimeOffset moment) => Format(moment, "d MMM yyyy, HH:mm 'UTC'");

    /// <summary>For instance <c>3 March 2026</c>.</summary>
    public static string Day(DateTimeOffset moment) => Format(moment, "d MMMM yyyy");

    /// <summary>For instance <c>2 chats</c>.</summary>
    public static string Count(int count, string singular) => $"{count} {singular}{(count == 1 ? "" : "s")}";

    /// <summary>Tells whether a call was refused, so that something may be there that could not be asked for.</summary>
    public static bool WasRefused(IEnumerable<ReportProblem> problems) =>
        problems.Any(problem => problem.Type.StartsWith(ProblemTypes.RefusedPrefix, StringComparison.Ordinal));

    /// <summary>True if nobody waits since the customer has thanked for the answer: nothing is to be answered.</summary>
    public static bool OnlyThanks(Waiting waiting) =>
        waiting is { On: WaitingOn.Nobody, JudgedBy: WaitingJudgedBy.History or WaitingJudgedBy.Messages };

    /// <summary>Tells whether something may be missing in what was read, so that its not being there tells nothing.</summary>
    public static bool MayLack(IEnumerable<ReportProblem> problems) =>
        problems.Any(problem => problem.Type is ProblemTypes.Incomplete or ProblemTypes.LeftOut);

    public static string WhoWaits(Waiting waiting) => waiting.On switch
    {
        WaitingOn.Team => "The customer waits for the team",
        WaitingOn.Customer => "The team waits for the customer",
        _ when OnlyThanks(waiting) => "Nobody waits: the customer's last message only thanks",
        _ => "Nobody waits",
    } + (waiting.Since is { } since ? $", since {Time(since)}" : "");

    /// <summary>For instance <c>waits 1 h 5 min</c>.</summary>
    public static string WaitingTime(int? minutes) => minutes switch
    {
        null => "waits, nothing tells since when",
        < 60 => $"waits {minutes} min",
        < 24 * 60 => $"waits {minutes / 60} h {minutes % 60} min",
        _ => $"waits {minutes / (24 * 60)} d {minutes / 60 % 24} h",
    };

    /// <summary>What a judgement of who waits rests on.</summary>
    public static string JudgedBy(WaitingJudgedBy basis) => $"judged by the {basis switch
    {
        WaitingJudgedBy.History => "history",
        WaitingJudgedBy.Dates => "dates",
        WaitingJudgedBy.Sender => "last message's sender",
        WaitingJudgedBy.Messages => "messages",
        _ => "status",
    }}";

    /// <summary>For instance <c>active as of 3 March 2026, 14:05 UTC</c>.</summary>
    public static string RepState(ReportRep rep) => rep.Active switch
    {
        true => "active",
        false => "disabled",
        null => "state unknown",
    } + (rep is { Active: not null, ActiveAsOf: { } asOf } ? $" as of {Time(asOf)}" : "");

    public static IEnumerable<string> CaseFacts(ReportCase supportCase)
    {
        yield return $"Case {supportCase.Id}";
        if (supportCase.Number is { } number)
        {
            yield return number;
        }

        if (supportCase.Status is { } status)
        {
            yield return status is "open" ? "open (waits for the customer)" : status;
        }

        if (supportCase.OpenedAt is { } opened)
        {
            yield return $"opened {Time(opened)}";
        }

        if (supportCase.Department is { } department)
        {
            yield return department.DisplayName;
        }
    }

    public static IEnumerable<string> CustomerFacts(ReportCustomer customer)
    {
        yield return customer.Name ?? "Name unknown";
        if (customer.Email is { } email)
        {
            yield return email;
        }

        if (customer.ContactId is { } contact)
        {
            yield return $"contact {contact}";
        }

        if (customer.CrmId is { } crm)
        {
            yield return $"CRM {crm}";
        }
    }

    public static string Cost(RunUsage usage)
    {
        var waits = usage.RateLimitWaits == 0
            ? "no wait for a quota"
            : $"{Count(usage.RateLimitWaits, "wait")} for a quota";
        waits += usage.WaitedSeconds > 0 || usage.RateLimitWaits > 0
            ? $", {usage.WaitedSeconds.ToString(CultureInfo.InvariantCulture)} s waited in all"
            : "";
        return $"{Count(usage.ToolCalls, "tool call")} · {waits} · {Count(usage.ModelCalls, "model call")}"
            + (usage.ModelTokens > 0 ? $", {Count(usage.ModelTokens, "token")}" : "");
    }

    private static string Format(DateTimeOffset moment, string format) => moment.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
