using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>Reps, found by user id; the list has the disabled ones too.</summary>
internal sealed class RepResource(Helpdesk data) : Resource<Rep>("reps", paged: false)
{
    /// <inheritdoc/>
    protected override IEnumerable<Rep> Filter(Arguments arguments) => data.Team.Reps;

    /// <inheritdoc/>
    protected override Rep? Lookup(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var userId) ? data.Team.Find(userId) : null;

    /// <inheritdoc/>
    protected override JsonObject ListItem(Rep item) => PeopleJson.Write(item, data.Today);
}
