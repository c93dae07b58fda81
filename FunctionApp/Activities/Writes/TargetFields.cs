using System.Globalization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>How a case's fields are called where its state is compared, and how their values are written.</summary>
internal static class TargetFields
{
    public const string Status = "status";
    public const string Rep = "rep";
    public const string Department = "department";
    public const string Summary = "summary";
    public const string Details = "details";
    public const string Tags = "tags";
    public const string SnoozedUntil = "snoozedUntil";
    public const string Archived = "archived";

    /// <summary>How many messages, notes and calls there are, the app's own notes not counted.</summary>
    public const string Messages = "messages";

    public const string Note = "note";
    public const string Mail = "mail";

    /// <summary>A moment, to the second.</summary>
    /// <returns>Null for none.</returns>
    public static string? Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
