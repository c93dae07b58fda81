using System.Globalization;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>The words that both renderings of a report use.</summary>
internal static class ReportText
{
    /// <summary>A moment as people read it.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>For instance <c>3 March 2026, 14:05 UTC</c>.</returns>
    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>What a triage is headed with: the case's subject, or why there is none.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The heading; a customer may have written it.</returns>
    public static string Heading(TriageReport report) => report switch
    {
        { Case: { } supportCase } => supportCase.Subject ?? "Case without a subject",
        _ when WasRefused(report.Problems) => "The case could not be read",
        _ => "Nothing to triage",
    };

    /// <summary>Tells whether something may be there that could not be asked for.</summary>
    /// <param name="problems">A report's problems.</param>
    /// <returns>True if a call was refused.</returns>
    public static bool WasRefused(IEnumerable<ReportProblem> problems) =>
        problems.Any(problem => problem.Type.StartsWith(ProblemTypes.RefusedPrefix, StringComparison.Ordinal));

    /// <summary>Who waits for whom.</summary>
    /// <param name="waiting">The judgement.</param>
    /// <returns>A sentence.</returns>
    public static string Turn(Waiting waiting) => waiting.On switch
    {
        WaitingOn.Team => "The customer waits for the team",
        WaitingOn.Customer => "The team waits for the customer",
        _ => "Nobody waits",
    } + (waiting.Since is { } since ? $", since {Time(since)}" : "");

    /// <summary>What a judgement rests on.</summary>
    /// <param name="waiting">The judgement.</param>
    /// <returns>For instance <c>judged by the history</c>.</returns>
    public static string Basis(Waiting waiting) => $"judged by the {waiting.JudgedBy switch
    {
        WaitingJudgedBy.History => "history",
        WaitingJudgedBy.Dates => "dates",
        WaitingJudgedBy.Sender => "last message's sender",
        WaitingJudgedBy.Messages => "messages",
        _ => "status",
    }}";

    /// <summary>The facts of a case on one line.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>Those that are known.</returns>
    public static IEnumerable<string> Facts(ReportCase supportCase)
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
            yield return department.Name ?? $"department {department.Id}";
        }
    }

    /// <summary>What is known of the customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>Name, address and ids, as far as they are known.</returns>
    public static IEnumerable<string> Facts(ReportCustomer customer)
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

    /// <summary>Who answered last.</summary>
    /// <param name="rep">The rep.</param>
    /// <returns>Name, state, time and colleague, as far as they are known.</returns>
    public static IEnumerable<string> Facts(ReportRep rep)
    {
        yield return $"{rep.Name ?? "Name unknown"} (rep {rep.Id})";
        yield return rep.Active switch
        {
            true => "active",
            false => "disabled",
            null => "state unknown",
        };
        if (rep.AnsweredAt is { } answered)
        {
            yield return $"answered {Time(answered)}";
        }

        if (rep.Alternative is { } colleague)
        {
            yield return $"colleague: {colleague.Name ?? "name unknown"} (rep {colleague.Id})";
        }
    }

    /// <summary>Who answered last, or that nobody did.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The facts.</returns>
    public static IEnumerable<string> LastRep(TriageReport report) => report switch
    {
        { LastRep: { } rep } => Facts(rep),
        _ when report.Problems.Any(problem => problem.Type is ProblemTypes.RepUnknown) => ["somebody whom the history does not name"],
        _ => ["nobody"],
    };

    /// <summary>What a run cost.</summary>
    /// <param name="usage">The usage.</param>
    /// <returns>A line.</returns>
    public static string Cost(RunUsage usage)
    {
        var waits = usage.RateLimitWaits == 0
            ? "no wait for a quota"
            : $"{Counted(usage.RateLimitWaits, "wait")} for a quota, {usage.WaitedSeconds.ToString(CultureInfo.InvariantCulture)} s in all";
        return $"{Counted(usage.ToolCalls, "tool call")} · {waits} · {Counted(usage.ModelCalls, "model call")}"
            + (usage.ModelTokens > 0 ? $", {Counted(usage.ModelTokens, "token")}" : "");
    }

    /// <summary>How far a run is.</summary>
    /// <param name="step">The step.</param>
    /// <returns>For instance <c>2 of 5 done</c>.</returns>
    public static string Done(RunProgressView step) => step.Total is { } total ? $"{step.Done} of {total} done" : $"{step.Done} done";

    /// <summary>A number and what is counted.</summary>
    /// <param name="count">The number.</param>
    /// <param name="what">What is counted, in the singular.</param>
    /// <returns>For instance <c>2 chats</c>.</returns>
    public static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
