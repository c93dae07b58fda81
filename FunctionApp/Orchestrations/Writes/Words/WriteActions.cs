using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Writes.Words;

/// <summary>Says what a write does in words that a person knows, not by the account's names of tools and fields.</summary>
internal static class WriteActions
{
    private const int MaxText = 160;

    /// <summary>
    /// For instance <c>Give case 84877 to Daniel Okafor (rep 50) and close it</c>. Neither a text that is written nor a title is in it.
    /// </summary>
    public static string Of(WritePlan plan, WriteNames names) => plan.Kind switch
    {
        WriteKind.CaseUpdate => Capitalise(Join(Changes(plan, names, plan.Target))),
        WriteKind.CaseNote => Join([$"Add a note to {plan.Target}", .. Changes(plan, names, "it")]),
        WriteKind.CaseReply => $"Mail the customer of {plan.Target}",
        WriteKind.CaseTag => $"Put tag {plan.AskedOf(TargetFields.Tags)} on {plan.Target}",
        WriteKind.CaseUntag => $"Take tag {plan.AskedOf(TargetFields.Tags)} off {plan.Target}",
        WriteKind.CaseSnooze => $"Hide {plan.Target} until {Time(plan.AskedOf(TargetFields.SnoozedUntil))}",
        WriteKind.CaseCreate => Join([$"Open {plan.Target}", .. Changes(plan, names, "it", but: TargetFields.Summary)]),
        _ when plan.Id is null && plan.Method is not "create" => $"Call {plan.Tool}",
        _ => $"{Capitalise(plan.Method.Replace('_', ' '))} {plan.Target}",
    };

    /// <summary>The same with the beginning of the text that is written: for who decides on it, and for nobody else.</summary>
    public static string WithText(WritePlan plan, WriteNames names)
    {
        var text = plan.AskedOf(TargetFields.Note) ?? plan.AskedOf(TargetFields.Mail) ?? plan.AskedOf(TargetFields.Details);
        return text is null ? Of(plan, names) : $"{Of(plan, names)}: {SafeText.Quote(Unsigned(text, plan.Token), MaxText)}";
    }

    private static IEnumerable<string> Changes(WritePlan plan, WriteNames names, string target, string? but = null)
    {
        var what = target;
        foreach (var asked in plan.Asked.Where(asked => !string.Equals(asked.Field, but, StringComparison.Ordinal)))
        {
            var change = (asked.Field, asked.Value) switch
            {
                (TargetFields.Rep, var rep) => $"give {what} to {names.Say(asked.Field, rep)}",
                (TargetFields.Department, var department) => $"move {what} to {names.Say(asked.Field, department)}",
                (TargetFields.Status, "closed") => $"close {what}",
                (TargetFields.Status, var status) => $"set {what} to {names.Say(asked.Field, status)}",
                (TargetFields.Summary, _) => $"change the title of {what}",
                _ => null,
            };
            if (change is not null)
            {
                what = "it";
                yield return change;
            }
        }
    }

    private static string Join(IEnumerable<string> parts) => parts.ToList() switch
    {
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
        _ => "",
    };

    private static string Time(string? text) => Timestamps.Parse(text) is { } moment ? ReportText.Time(moment) : text ?? "";

    // The last line is the app's own mark.
    private static string Unsigned(string text, string? token) =>
        token is not null && text.LastIndexOf(token, StringComparison.Ordinal) is >= 0 and var at
            && text.LastIndexOf('\n', at) is > 0 and var line
                ? text[..line]
                : text;

    // Not by what a text may begin with: this is the app's own.
    private static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
