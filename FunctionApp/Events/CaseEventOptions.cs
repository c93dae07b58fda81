namespace FuseDeskFlows.Events;

/// <summary>How case events are read and handled: configuration section <c>CaseEvents</c>.</summary>
/// <remarks>
/// FuseDesk's record payload is not publicly known, so where to look in it is a setting. A path is property names (any case) and array
/// indexes joined by dots, such as <c>raw.case.id</c>; a list of paths is separated by commas, and the first one that leads to a usable
/// value counts.
/// </remarks>
public sealed class CaseEventOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CaseEvents";

    /// <summary>How long a case has to be quiet before it is triaged: a burst of events is one triage.</summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a case that never becomes quiet waits at most after the first event.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause after the first failed attempt at a message; each further one is four times as long.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many pages of cases may be read to learn who is least loaded; with more cases than that, or 0, the load is unknown.
    /// </summary>
    public int LoadPages { get; set; } = 5;

    /// <summary>Paths to the case's id in a record.</summary>
    public string CaseIdPaths { get; set; } =
        "caseid,case_id,case.caseid,case.id,raw.caseid,raw.case_id,raw.case.caseid,raw.case.id,snapshot.caseid,resource_id"
        + ",snapshot.id,raw.id,id";

    /// <summary>Paths to the kind of the record.</summary>
    public string ResourcePaths { get; set; } = "resource,resource_type,raw.objectType";

    /// <summary>The kinds that are cases. A record of another kind is no case event; one of an unnamed kind is taken for one.</summary>
    public string Resources { get; set; } = "case,cases,ticket,tickets";

    /// <summary>Paths to who caused the event.</summary>
    public string ActorPaths { get; set; } =
        "actor.name,actor.id,actor,raw.actor.name,raw.actor.id,raw.actor,raw.api_key,raw.created_by,created_by";

    /// <summary>The names or ids that are this app's own in FuseDesk: its API key, its user.</summary>
    public string OwnActors { get; set; } = "fusedeskflows";

    /// <summary>Paths to the text that was written.</summary>
    public string MarkerPaths { get; set; } = "raw.note,raw.body,raw.text,note,body,text";

    /// <summary>What this app puts into the texts that it writes; it tells them where no actor is named. Empty: none.</summary>
    public string Marker { get; set; } = "[fusedeskflows]";
}
