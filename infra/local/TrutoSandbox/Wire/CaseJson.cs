using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>
/// A case as FuseDesk writes it, oddities included: two ids, two numbers, <c>false</c> for no date, now and then a number as text.
/// </summary>
internal static class CaseJson
{
    /// <summary>In a list: no text of any message.</summary>
    public static JsonObject ListItem(SupportCase item)
    {
        // Which of the oddities a case shows depends on its number only.
        var unsetIsFalse = item.Id % 2 == 0;
        return new()
        {
            ["id"] = item.Id,
            ["caseid"] = item.Id,
            ["casenum"] = item.Number,
            ["casenumber"] = item.Number,
            ["status"] = item.Status,
            ["summary"] = item.Summary,
            ["openedby"] = item.OpenedBy,
            ["contactid"] = WireNumbers.Write(item.CrmId, item.Id % 13 == 0),
            ["companyid"] = null,
            ["contactUuid"] = item.ContactUuid,
            ["repid"] = WireNumbers.Write(item.RepId, item.Id % 11 == 0),
            ["departmentid"] = WireNumbers.Write(item.DepartmentId, item.Id % 9 == 0),
            ["date_opened"] = WireDates.V1(item.Opened),
            ["date_assigned"] = item.RepId is null ? WireDates.V1(null, unsetIsFalse) : WireDates.V1(item.Opened.AddSeconds(60)),
            ["date_updated"] = WireDates.V1(item.Updated),
            ["date_firstresponse"] = WireDates.V1(item.FirstResponse, unsetIsFalse),
            ["date_lastresponse"] = WireDates.V1(item.LastResponse, unsetIsFalse),
            ["date_closed"] = WireDates.V1(item.Closed, unsetIsFalse),
            ["date_snoozed"] = WireDates.V1(item.SnoozedUntil, unsetIsFalse),
            ["date_rated"] = false,
            ["date_requestedfeedback"] = false,
            ["rating"] = null,
            ["feedback"] = null,
            ["tags"] = new JsonArray([.. item.Tags.Select(tag => JsonValue.Create(tag))]),
            ["isArchived"] = false,
        };
    }

    /// <summary>By number: with its opening text and its history.</summary>
    public static JsonObject Detail(SupportCase item, Team team, Contact? customer)
    {
        var json = ListItem(item);
        json["details"] = item.History.Count > 0 ? item.History[0].Body : string.Empty;
        json["history"] = new JsonArray([
            .. item.History.Select((entry, index) => HistoryItemJson.Write(item, index, entry, team, customer)),
        ]);
        return json;
    }
}
