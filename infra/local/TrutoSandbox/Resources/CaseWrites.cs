using System.Globalization;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>What can be done to cases.</summary>
internal sealed class CaseWrites(Helpdesk data, TimeProvider time)
{
    /// <summary>A status that exists, or null if none was given.</summary>
    public static string? ParseStatus(string? status, bool filter) => status?.ToLowerInvariant() switch
    {
        null or "" => null,
        "new" or "open" or "closed" => status.ToLowerInvariant(),
        "active" when filter => "active",
        _ => throw new RefusedException(TrutoErrors.Other("Invalid status")),
    };

    /// <summary>
    /// Opens a case. A rep who does not exist or is not of the department is replaced by another of the department without a word: so does
    /// FuseDesk.
    /// </summary>
    public SupportCase Create(Arguments arguments)
    {
        var department = DepartmentOf(arguments.Required("department_id"));
        var summary = arguments.Required("summary");
        var details = arguments.Required("details");
        var openedBy = arguments.Required("opened_by");
        var contact = data.ContactByAnyId(arguments.Text("contact_uuid") ?? arguments.Text("contact_id"));
        var now = time.GetUtcNow();
        var id = data.Cases[^1].Id + 1;
        var item = new SupportCase(id, () => [new(HistoryKind.Note, now, null, openedBy, summary, details)])
        {
            Number = CaseFacts.NumberOf(id),
            Status = ParseStatus(arguments.Text("status"), filter: false) ?? "new",
            Summary = summary,
            OpenedBy = openedBy,
            ContactUuid = contact?.Uuid,
            CrmId = contact?.CrmId,
            DepartmentId = department.Id,
            RepId = RepOf(department, arguments.Number("rep_id"), id),
            Opened = now,
            Updated = now,
        };
        data.Add(item);
        return item;
    }

    /// <summary>Changes status, rep, department or title.</summary>
    public void Update(SupportCase item, Arguments arguments)
    {
        var status = ParseStatus(arguments.Text("status"), filter: false);
        var rep = arguments.Number("rep_id");
        if (arguments.Text("department_id") is { } id)
        {
            var department = DepartmentOf(id);
            item.DepartmentId = department.Id;
            item.RepId = RepOf(department, rep ?? item.RepId, item.Id);
        }
        else if (rep is not null && item.DepartmentId is { } current)
        {
            item.RepId = RepOf(data.Team.Departments[current - 1], rep, item.Id);
        }

        item.Summary = arguments.Text("summary") ?? item.Summary;
        SetStatus(item, status);
        item.Updated = time.GetUtcNow();
    }

    /// <summary>Adds a note or the record of a call, and changes the status on the way if asked to.</summary>
    public void AddNote(SupportCase item, Arguments arguments)
    {
        var note = arguments.Required("note");
        var status = ParseStatus(arguments.Text("status"), filter: false);
        var kind = arguments.Text("type") switch
        {
            null or "note" => HistoryKind.Note,
            "call" => HistoryKind.Call,
            _ => throw new RefusedException(TrutoErrors.Other("Invalid type")),
        };
        var rep = data.Team.Find(arguments.Number("rep_id"));
        Append(item, new(kind, time.GetUtcNow(), rep?.UserId, rep?.Name ?? "API", null, note));
        SetStatus(item, status);
    }

    /// <summary>Sends a mail to the customer.</summary>
    public void Reply(SupportCase item, Arguments arguments)
    {
        var now = time.GetUtcNow();
        Append(
            item,
            new(HistoryKind.EmailOut, now, item.RepId, data.Team.NameOf(item.RepId), "Re: " + item.Summary, arguments.Required("body")));
        item.FirstResponse ??= now;
        item.LastResponse = now;
        SetStatus(item, "open");
    }

    /// <summary>Applies or removes a tag; doing it twice changes nothing.</summary>
    public void Tag(SupportCase item, Arguments arguments, bool apply)
    {
        _ = arguments.Required("tag_id");
        var tag = arguments.Number("tag_id")!.Value;
        if (data.Tags.TrueForAll(known => known.Id != tag))
        {
            throw new RefusedException(TrutoErrors.NotFound("case tag"));
        }

        item.Tags.Remove(tag);
        if (apply)
        {
            item.Tags.Add(tag);
        }

        item.Updated = time.GetUtcNow();
    }

    /// <summary>Hides it until a date.</summary>
    public void Snooze(SupportCase item, Arguments arguments)
    {
        _ = arguments.Required("until");
        item.SnoozedUntil = arguments.Date("until");
        item.Updated = time.GetUtcNow();
    }

    private static void Append(SupportCase item, HistoryItem entry)
    {
        item.History.Add(entry);
        item.Updated = entry.At;
    }

    private static int RepOf(Department department, int? wanted, int caseId) =>
        wanted is { } rep && department.RepUserIds.Contains(rep) ? rep : department.RepUserIds[caseId % department.RepUserIds.Count];

    private void SetStatus(SupportCase item, string? status)
    {
        if (status is null || string.Equals(status, item.Status, StringComparison.Ordinal))
        {
            return;
        }

        item.Status = status;
        item.Closed = status is "closed" ? time.GetUtcNow() : null;
    }

    private Department DepartmentOf(string id) =>
        data.Team.Departments.FirstOrDefault(department =>
            string.Equals(department.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal)
        ) ?? throw new RefusedException(TrutoErrors.Other("Invalid department"));
}
