using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Http;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>Cases: search, history and what can be done to one.</summary>
internal sealed class CaseResource(Helpdesk data, TimeProvider time) : Resource<SupportCase>("cases", paged: true)
{
    private readonly CaseWrites _writes = new(data, time);

    /// <inheritdoc/>
    public override ApiAnswer Invoke(string method, string? id, Arguments arguments) => method switch
    {
        "create" => ApiAnswer.Ok(ListItem(_writes.Create(arguments))),
        "update" => Changed(id, item => _writes.Update(item, arguments)),
        "addnote" => Changed(id, item => _writes.AddNote(item, arguments)),
        "reply" => Changed(id, item => _writes.Reply(item, arguments)),
        "tag" => Changed(id, item => _writes.Tag(item, arguments, apply: true)),
        "untag" => Changed(id, item => _writes.Tag(item, arguments, apply: false)),
        "snooze" => Changed(id, item => _writes.Snooze(item, arguments)),
        _ => base.Invoke(method, id, arguments),
    };

    /// <inheritdoc/>
    protected override IEnumerable<SupportCase> Filter(Arguments arguments)
    {
        var contact = arguments.Text("contact_id");
        var uuid = arguments.Text("contact_uuid");
        var department = arguments.Number("department_id");
        var rep = arguments.Number("rep_id");
        var status = CaseWrites.ParseStatus(arguments.Text("status"), filter: true);
        var found = data.Cases.Where(item =>
            (contact is null || Contact.Is(contact, item.ContactUuid, item.CrmId))
            && (uuid is null || string.Equals(uuid, item.ContactUuid, StringComparison.OrdinalIgnoreCase))
            && (department is null || item.DepartmentId == department)
            && (rep is null || item.RepId == rep)
            && (status is null
                || (status is "active" ? item.Status is not "closed" : string.Equals(status, item.Status, StringComparison.Ordinal)))
            && arguments.Passes("date_opened", item.Opened)
            && arguments.Passes("date_closed", item.Closed)
            && arguments.Passes("date_updated", item.Updated));
        return CaseOrder.Apply(found, arguments.Text("order_by"));
    }

    /// <inheritdoc/>
    protected override SupportCase? Lookup(string id) => data.Case(id);

    /// <inheritdoc/>
    protected override JsonObject ListItem(SupportCase item) => CaseJson.ListItem(item);

    /// <inheritdoc/>
    protected override JsonObject Detail(SupportCase item) =>
        CaseJson.Detail(item, data.Team, item.ContactUuid is { } uuid ? data.Contact(uuid) : null);

    private ApiAnswer Changed(string? id, Action<SupportCase> change)
    {
        var item = Find(id);
        change(item);
        return ApiAnswer.Ok(ListItem(item));
    }
}
