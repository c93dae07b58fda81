using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Events;

/// <summary>What a record says: whether it is a case's, of which case, and whether this app caused it itself.</summary>
public sealed class RecordMapping(IOptions<CaseEventOptions> options)
{
    private readonly RecordPaths _ids = new(options.Value.CaseIdPaths);
    private readonly RecordPaths _kinds = new(options.Value.ResourcePaths);
    private readonly RecordPaths _actors = new(options.Value.ActorPaths);
    private readonly RecordPaths _texts = new(options.Value.MarkerPaths);
    private readonly HashSet<string> _caseKinds = new(RecordPaths.Words(options.Value.Resources), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _own = new(RecordPaths.Words(options.Value.OwnActors), StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether a record can be a case's.</summary>
    /// <returns>False if it names another kind.</returns>
    public bool MayBeCase(JsonElement record) => _kinds.TextsIn(record).FirstOrDefault() is not { } kind || _caseKinds.Contains(kind);

    /// <summary>Finds the case's id.</summary>
    /// <returns>The id; null if no path leads to one.</returns>
    public CaseId? CaseOf(JsonElement record) => _ids.In(record).Select(CaseEventMessage.CaseOf).FirstOrDefault(id => id is not null);

    /// <summary>
    /// Tells whether this app caused the event: what it writes must not make it write again. An actor who is named decides alone, so that
    /// a customer who quotes the marker is still heard.
    /// </summary>
    public bool IsOwn(JsonElement record)
    {
        var actors = _actors.TextsIn(record).ToList();
        return actors.Count > 0
            ? actors.Exists(_own.Contains)
            : _texts.TextsIn(record).Any(text => WriteMark.IsOwn(text, options.Value.Marker));
    }
}
