using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Reads cases. Version 1 of FuseDesk's API writes them in lower case with underscores, but not everywhere.</summary>
internal static class CaseReader
{
    /// <summary>Null if it has no id.</summary>
    public static CaseListItem? ParseListItem(JsonElement element)
    {
        var fields = new JsonFields(element);
        return Id(fields) is not { } id ? null : new CaseListItem
        {
            Id = id,
            Number = Number(fields),
            Status = Status(fields),
            Subject = Subject(fields),
            ContactId = ContactIds.ParseContactId(fields),
            CrmId = ContactIds.ParseCrmId(fields),
            RepId = Rep(fields),
            DepartmentId = Department(fields),
            OpenedAt = fields.Timestamp("date_opened"),
            UpdatedAt = fields.Timestamp("date_updated"),
            LastResponseAt = fields.Timestamp("date_lastresponse"),
            ClosedAt = fields.Timestamp("date_closed"),
        };
    }

    /// <summary>Null if it has no id.</summary>
    /// <param name="isPartial">Whether Truto says that the answer is only a part.</param>
    public static Case? ParseCase(JsonElement element, bool isPartial = false)
    {
        if (ParseListItem(element) is not { } item)
        {
            return null;
        }

        var fields = new JsonFields(element);
        var openedBy = fields.Text("openedby");
        var history = HistoryReader.Read(fields.List("history", "case_history", "notes"), HistoryKind.Other, openedBy, isPartial);
        return new Case(item) { OpenedBy = openedBy, History = history.Items, Gaps = history.Gaps };
    }

    private static CaseId? Id(JsonFields fields) => fields.NumericId("caseid", "id") is { } id ? new CaseId(id) : null;

    private static string? Number(JsonFields fields) => fields.Text("casenum", "casenumber");

    private static string? Subject(JsonFields fields) =>
        fields.Text("summary", "subject", "title") is { } subject ? DamagedText.MendLine(subject) : null;

    private static RepId? Rep(JsonFields fields) => fields.NumericId("repid") is { } id ? new RepId(id) : null;

    private static DepartmentId? Department(JsonFields fields) =>
        fields.NumericId("departmentid", "depid") is { } id ? new DepartmentId(id) : null;

    private static CaseStatus Status(JsonFields fields) => fields.Text("status")?.ToUpperInvariant() switch
    {
        "NEW" => CaseStatus.New,
        "OPEN" => CaseStatus.Open,
        "CLOSED" => CaseStatus.Closed,
        _ => CaseStatus.Unknown,
    };
}
