using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Waits;

/// <summary>Who waits for whom in a case or a chat.</summary>
public sealed record Waiting
{
    /// <summary>Whose turn it is.</summary>
    [JsonPropertyName("on")]
    public required WaitingOn On { get; init; }

    /// <summary>
    /// Since when: the first message that the other side has not answered, the message that only thanks, or when the case was closed.
    /// </summary>
    [JsonPropertyName("since")]
    public DateTimeOffset? Since { get; init; }

    /// <summary>What tells so.</summary>
    [JsonPropertyName("judgedBy")]
    public required WaitingJudgedBy JudgedBy { get; init; }

    /// <summary>Judges a case: its messages first, then its dates, then its status.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The judgement; null if nothing tells.</returns>
    public static Waiting? InCase(Case supportCase)
    {
        var last = supportCase.History.LastOrDefault(item => (item.IsFromCustomer() || item.IsToCustomer()) && !item.EndsMatter);
        if (supportCase.Status == CaseStatus.Closed)
        {
            return last switch
            {
                { OnlyThanks: true } when !WroteAfterClosing(LastToAnswer(supportCase), supportCase) =>
                    Thanked(last, WaitingJudgedBy.History),
                _ when WroteAfterClosing(last, supportCase) => InMessages(supportCase.History, WaitingJudgedBy.History),
                _ => new() { On = WaitingOn.Nobody, Since = supportCase.ClosedAt, JudgedBy = WaitingJudgedBy.Status },
            };
        }

        return last is null
            ? ByDates(supportCase) ?? ByStatus(supportCase)
            : InMessages(supportCase.History, WaitingJudgedBy.History);
    }

    // By nothing but messages, oldest first; null if none of them tells who wrote it.
    internal static Waiting? InMessages(IReadOnlyList<HistoryItem> items, WaitingJudgedBy judgedBy)
    {
        // The one who waits has done so since the first message that was not answered, not since the last reminder.
        HistoryItem? first = null, last = null, thanks = null;
        foreach (var item in items.Reverse().Where(item => item.IsFromCustomer() || item.IsToCustomer()))
        {
            if (last is null && (item.OnlyThanks || item.EndsMatter))
            {
                thanks ??= item.OnlyThanks ? item : null;
                continue;
            }

            last ??= item;
            if (item.IsFromCustomer() != last.IsFromCustomer())
            {
                break;
            }

            first = item;
        }

        // Thanks for an answer end the matter; thanks in between leave the question open.
        return thanks is not null && (last is null || last.IsToCustomer()) ? Thanked(thanks, judgedBy)
            : last is null ? null
            : new() { On = last.IsFromCustomer() ? WaitingOn.Team : WaitingOn.Customer, Since = first!.At ?? last.At, JudgedBy = judgedBy };
    }

    private static Waiting Thanked(HistoryItem thanks, WaitingJudgedBy judgedBy) =>
        new() { On = WaitingOn.Nobody, Since = thanks.At, JudgedBy = judgedBy };

    private static HistoryItem? LastToAnswer(Case supportCase) =>
        supportCase.History.LastOrDefault(item => (item.IsFromCustomer() || item.IsToCustomer()) && !item.OnlyThanks && !item.EndsMatter);

    private static bool WroteAfterClosing(HistoryItem? last, Case supportCase) =>
        last is not null && last.IsFromCustomer() && last.At > supportCase.ClosedAt;

    private static Waiting? ByDates(Case supportCase) => supportCase switch
    {
        { LastResponseAt: { } answered, UpdatedAt: var updated } when updated is null || answered >= updated =>
            new() { On = WaitingOn.Customer, Since = answered, JudgedBy = WaitingJudgedBy.Dates },
        { LastResponseAt: null, OpenedAt: { } opened, Status: not CaseStatus.Open } =>
            new() { On = WaitingOn.Team, Since = opened, JudgedBy = WaitingJudgedBy.Dates },
        _ => null,
    };

    // FuseDesk's "open" means that the team waits for the customer.
    private static Waiting? ByStatus(Case supportCase) => supportCase.Status switch
    {
        CaseStatus.New => new() { On = WaitingOn.Team, Since = null, JudgedBy = WaitingJudgedBy.Status },
        CaseStatus.Open => new() { On = WaitingOn.Customer, Since = supportCase.LastResponseAt, JudgedBy = WaitingJudgedBy.Status },
        _ => null,
    };
}
