using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Http;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

internal sealed class CaseTagResource(Helpdesk data) : Resource<CaseTag>("case_tags", paged: false)
{
    /// <inheritdoc/>
    public override ApiAnswer Invoke(string method, string? id, Arguments arguments)
    {
        switch (method)
        {
            case "create":
                var tag = new CaseTag(data.Tags.Max(known => known.Id) + 1, arguments.Required("tagname"));
                data.Tags.Add(tag);
                return ApiAnswer.Ok(ListItem(tag));
            case "delete":
                var gone = Find(id);
                data.Tags.Remove(gone);
                return ApiAnswer.Ok(new JsonObject { ["id"] = gone.Id });
            default:
                return base.Invoke(method, id, arguments);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<CaseTag> Filter(Arguments arguments) => data.Tags;

    /// <inheritdoc/>
    protected override CaseTag? Lookup(string id) =>
        data.Tags.Find(tag => string.Equals(tag.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override JsonObject ListItem(CaseTag item) => PeopleJson.Write(item, data.Cases.Count(known => known.Tags.Contains(item.Id)));
}
