using System.Globalization;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.Writes.Targets;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes.Words;

/// <summary>Says values as people do: reps and departments by their names.</summary>
internal sealed class WriteNames(DirectorySnapshot directory)
{
    /// <summary>What a write changes, now and then.</summary>
    public IReadOnlyList<WriteChange> Changes(WritePlan plan, WriteTarget? now) =>
    [
        .. plan.Asked.Select(asked => new WriteChange
        {
            Field = asked.Field,
            Now = Say(asked.Field, WriteVerifier.ValueOf(now, asked.Field)),
            Then = Say(asked.Field, Then(plan, asked, now)),
        }),
        .. plan.Others.Select(other => new WriteChange { Field = other.Field, Then = other.Value }),
    ];

    /// <summary>The changes with what was found after the write.</summary>
    public IReadOnlyList<WriteChange> WithAfter(IReadOnlyList<WriteChange> changes, WriteTarget after) =>
        [.. changes.Select(change =>
            change with { After = Say(change.Field, WriteVerifier.ValueOf(after, change.Field)) ?? TextAfter(change, after) })];

    /// <summary>In what the target differs from what a write was proposed on.</summary>
    public IReadOnlyList<TargetDifference> Differences(WritePlan plan, WriteTarget before, WriteTarget now) =>
    [
        .. TargetComparison.Differences(plan, before, now).Select(field => new TargetDifference
        {
            Field = field,
            Before = Say(field, WriteVerifier.ValueOf(before, field)),
            Now = Say(field, WriteVerifier.ValueOf(now, field)),
        }),
    ];

    /// <summary>For instance <c>Daniel Okafor (rep 50)</c>.</summary>
    public string Rep(RepId id) => directory.Rep(id)?.Name is { } name ? $"{name} (rep {id})" : $"rep {id}";

    /// <summary>For instance <c>Billing (department 2)</c>.</summary>
    public string Department(DepartmentId id) =>
        directory.Department(id)?.Name is { } name ? $"{name} (department {id})" : $"department {id}";

    private static string? Then(WritePlan plan, RequestedChange asked, WriteTarget? now)
    {
        if (plan.Kind is not (WriteKind.CaseTag or WriteKind.CaseUntag))
        {
            return asked.Value;
        }

        var tags = WriteVerifier.ValueOf(now, TargetFields.Tags)?.Split(", ") ?? [];
        var then = plan.Kind == WriteKind.CaseTag ? tags.Append(asked.Value).Distinct(StringComparer.Ordinal)
            : tags.Except([asked.Value], StringComparer.Ordinal);
        return string.Join(", ", then.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : null;
    }

    // A text is not repeated: it is there, or not.
    private static string? TextAfter(WriteChange change, WriteTarget after) =>
        change.Field is TargetFields.Note or TargetFields.Mail && after.HasText ? change.Then : null;

    /// <summary>A field's value for a person; null for none.</summary>
    public string? Say(string field, string? value) => (field, value) switch
    {
        (_, null) => null,
        (TargetFields.Rep, _) when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rep) => Rep(new(rep)),
        (TargetFields.Department, _) when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) =>
            Department(new(id)),
        (TargetFields.Status, "open") => "open (waits for the customer)",
        _ => value,
    };
}
