using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

internal sealed class DepartmentResource(Helpdesk data) : Resource<Department>("departments", paged: false)
{
    /// <inheritdoc/>
    protected override IEnumerable<Department> Filter(Arguments arguments) => data.Team.Departments;

    /// <inheritdoc/>
    protected override Department? Lookup(string id) =>
        data.Team.Departments.FirstOrDefault(item =>
            string.Equals(item.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override JsonObject ListItem(Department item) => PeopleJson.Write(item, data.Today);
}
