using System.Globalization;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.Settings;

/// <summary>The form that the settings of one type have.</summary>
/// <param name="Text">The rule, to follow the setting's name.</param>
/// <param name="IsKept">Tells whether a setting's text keeps it.</param>
internal sealed partial record SettingRule(string Text, Predicate<string> IsKept)
{
    // .NET would also take 60 and 24:00:00, as 60 and as 24 days, which nobody means.
    private static readonly SettingRule Duration = new(
        "must be a duration: hh:mm:ss for less than 24 hours, such as 00:00:30, or d.hh:mm:ss, such as 1.00:00:00",
        text => DurationForm().IsMatch(text));

    private static readonly SettingRule Switch = new("must be true or false", text => bool.TryParse(text, out _));

    private static readonly SettingRule Int32 = Whole(
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static readonly SettingRule Int64 = Whole(
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static readonly SettingRule Number = new(
        "must be a number, such as 0.25",
        text => decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));

    /// <summary>Finds the rule of a type; null if a setting of it may be any text, or is none but has others below it.</summary>
    public static SettingRule? Of(Type type) =>
        Nullable.GetUnderlyingType(type) is { } own ? OrEmpty(Of(own))
        : type == typeof(TimeSpan) ? Duration
        : type == typeof(bool) ? Switch
        : type == typeof(int) ? Int32
        : type == typeof(long) ? Int64
        : type == typeof(double) || type == typeof(decimal) ? Number
        : null;

    // What may be unset may be set to nothing; of durations that could be taken for none at all.
    private static SettingRule? OrEmpty(SettingRule? rule) =>
        rule is null || rule == Duration ? rule : rule with { IsKept = text => text.Length == 0 || rule.IsKept(text) };

    private static SettingRule Whole(Predicate<string> isKept) => new("must be a whole number", isKept);

    [GeneratedRegex(
        @"^([0-9]{1,6}\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex DurationForm();
}
