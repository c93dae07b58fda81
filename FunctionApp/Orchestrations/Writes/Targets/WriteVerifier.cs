using FuseDeskFlows.Activities.Writes;

namespace FuseDeskFlows.Orchestrations.Writes.Targets;

/// <summary>Tells from a target whether a write was carried out.</summary>
internal static class WriteVerifier
{
    /// <summary>Compares what is there with what was asked for and with what was there before.</summary>
    /// <param name="before">The target before the write.</param>
    /// <param name="now">The target as it is now.</param>
    public static WriteEffect Judge(WritePlan plan, WriteTarget before, WriteTarget now) => plan.Kind switch
    {
        WriteKind.CaseNote or WriteKind.CaseReply => Text(plan, now),
        WriteKind.CaseTag => Has(now, plan) ? WriteEffect.Done : WriteEffect.NotDone,
        WriteKind.CaseUntag => Has(now, plan) ? WriteEffect.NotDone : WriteEffect.Done,
        _ => Fields(plan, before, now),
    };

    /// <summary>Tells whether everything is as it is to be, so that there is nothing to write.</summary>
    public static bool IsAlreadySo(WritePlan plan, WriteTarget now) =>
        plan.Kind is WriteKind.CaseUpdate or WriteKind.CaseTag or WriteKind.CaseUntag or WriteKind.CaseSnooze
        && Judge(plan, now, now) == WriteEffect.Done;

    /// <summary>The fields that are not as the write asked for, of those that a target has.</summary>
    public static IReadOnlyList<RequestedChange> Misses(WritePlan plan, WriteTarget after) =>
    [
        .. plan.Asked.Where(asked =>
            asked.Field is not (TargetFields.Note or TargetFields.Mail or TargetFields.Details or TargetFields.Tags)
            && (plan.Kind != WriteKind.Other || after.Fields.ContainsKey(asked.Field))
            && !Is(after, asked)),
        .. plan.Kind is WriteKind.CaseTag or WriteKind.CaseUntag && Judge(plan, after, after) != WriteEffect.Done ? plan.Asked : [],
    ];

    /// <summary>The fields that others have changed: those that a write neither asked for nor changes by itself.</summary>
    public static IReadOnlyList<string> OtherChanges(WritePlan plan, WriteTarget before, WriteTarget after) =>
    [
        .. TargetComparison.Differences(plan, before, after)
            .Except(plan.Asked.Select(asked => asked.Field), StringComparer.Ordinal)
            .Except(plan.Kind == WriteKind.CaseReply ? [TargetFields.Status, TargetFields.Messages] : [], StringComparer.Ordinal),
    ];

    /// <summary>The value of a field; of tags, all of them.</summary>
    public static string? ValueOf(WriteTarget? target, string field) => target?.Fields.GetValueOrDefault(field);

    private static WriteEffect Text(WritePlan plan, WriteTarget now) =>
        now.HasText ? WriteEffect.Done
        : plan.Token is null || now.MayLackTexts ? WriteEffect.Unclear
        : WriteEffect.NotDone;

    private static bool Has(WriteTarget target, WritePlan plan) =>
        ValueOf(target, TargetFields.Tags)?.Split(", ").Contains(plan.Asked[0].Value, StringComparer.Ordinal) is true;

    private static WriteEffect Fields(WritePlan plan, WriteTarget before, WriteTarget now)
    {
        // Of a tool that nobody knows, only the fields count that its arguments are named after.
        var known = plan.Asked.Where(asked => plan.Kind != WriteKind.Other || now.Fields.ContainsKey(asked.Field)).ToList();
        if (known.Count == 0 || known.Count < plan.Asked.Count)
        {
            return WriteEffect.Unclear;
        }

        return known.TrueForAll(asked => Is(now, asked)) ? WriteEffect.Done
            : known.Exists(asked => !string.Equals(ValueOf(before, asked.Field), ValueOf(now, asked.Field), StringComparison.Ordinal))
                ? WriteEffect.Otherwise
                : WriteEffect.NotDone;
    }

    private static bool Is(WriteTarget target, RequestedChange asked) =>
        string.Equals(Words(ValueOf(target, asked.Field)), Words(asked.Value), StringComparison.Ordinal);

    private static string? Words(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
