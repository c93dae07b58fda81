using FuseDeskFlows.Truto.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Entities.Directory;

/// <summary>
/// The reps and departments of the connected account, read once for all runs: they change rarely, and every flow asks for them. It reads
/// nothing itself: the first run that meets a list that is too old, or lacks an id, reads the lists for the others.
/// </summary>
/// <param name="options">Which account is connected.</param>
public sealed class AccountDirectory(IOptions<TrutoOptions> options) : TaskEntity<AccountDirectoryState>
{
    /// <summary>The entity's name, as it is stored in the id of its instance.</summary>
    public const string Name = "AccountDirectory";

    /// <summary>The stored name of <see cref="LookUp"/>.</summary>
    public const string LookUpOperation = "LookUp";

    /// <summary>The stored name of <see cref="Refresh"/>.</summary>
    public const string RefreshOperation = "Refresh";

    /// <summary>The stored name of <see cref="GiveUp"/>.</summary>
    public const string GiveUpOperation = "GiveUp";

    /// <summary>How many ids are remembered that are on no list.</summary>
    public const int MaxMissing = 200;

    /// <summary>How old a list may be before it is read again.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(15);

    /// <summary>When a list that could not be read is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long a run is waited for that reads the lists; after that another one may.</summary>
    public static readonly TimeSpan MaxRefresh = TimeSpan.FromMinutes(10);

    /// <summary>The only instance: an app serves one account.</summary>
    public static EntityInstanceId Id { get; } = new(Name, "account");

    /// <summary>Serves the entity's operations.</summary>
    /// <param name="dispatcher">Brings them.</param>
    /// <returns>A task that ends when all are answered.</returns>
    [Function(Name)]
    public Task RunEntityAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync(this);
    }

    /// <summary>Tells what is known; if that will not do, who reads the lists.</summary>
    public DirectoryAnswer LookUp(DirectoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!string.Equals(State.Account, options.Value.IntegratedAccountId, StringComparison.Ordinal))
        {
            State = new() { Account = options.Value.IntegratedAccountId };
        }

        if (query.AsItIs || !IsDue(query))
        {
            return Answer(query, refresher: null);
        }

        if (MayRefresh(query))
        {
            State = State with { RefresherRunId = query.RunId, RefreshingSince = query.At };
        }

        return Answer(query, State.RefresherRunId);
    }

    /// <summary>Takes the lists; those of a run that was not waited for any longer are as good.</summary>
    public void Refresh(DirectoryRefresh refresh)
    {
        ArgumentNullException.ThrowIfNull(refresh);
        var reps = Newer(State.Reps, refresh.Reps);
        var departments = Newer(State.Departments, refresh.Departments);
        State = State with
        {
            Reps = reps,
            Departments = departments,
            MissingReps = Missing(State.MissingReps, refresh.WantedReps, [.. reps.Items.Select(rep => rep.Id)]),
            MissingDepartments = Missing(
                State.MissingDepartments, refresh.WantedDepartments, [.. departments.Items.Select(one => one.Id)]),
        };
        GiveUp(refresh.RunId);
    }

    /// <summary>Lets another run read the lists; said by a run that could not.</summary>
    public void GiveUp(string runId)
    {
        if (string.Equals(State.RefresherRunId, runId, StringComparison.Ordinal))
        {
            State = State with { RefresherRunId = null, RefreshingSince = null };
        }
    }

    /// <inheritdoc />
    protected override AccountDirectoryState InitializeState(TaskEntityOperation entityOperation) => new();

    // What could not be read stays as it was known, of all the account and not only of what the run had asked for.
    private static DirectoryList<T> Newer<T>(DirectoryList<T> known, DirectoryList<T> read) => read switch
    {
        _ when known.TriedAt > read.TriedAt => known,
        { Problem: null } => read,
        _ when known.AsOf is null => read,
        _ => known with { TriedAt = read.TriedAt, Problem = read.Problem },
    };

    private static IReadOnlyList<T> Missing<T>(IReadOnlyList<T> before, IReadOnlyList<T> wanted, HashSet<T> listed) =>
        [.. before.Concat(wanted).Distinct().Where(id => !listed.Contains(id)).TakeLast(MaxMissing)];

    private bool IsDue(DirectoryQuery query) =>
        State.Reps.IsDue(query.At)
        || State.Departments.IsDue(query.At)
        || Lacks(query, State.Reps, query.Reps.Except(State.MissingReps).Except(State.Reps.Items.Select(rep => rep.Id)))
        || Lacks(
            query,
            State.Departments,
            query.Departments.Except(State.MissingDepartments).Except(State.Departments.Items.Select(one => one.Id)));

    // A list that cannot be read tells of no id whether there is one.
    private static bool Lacks<TItem, TId>(DirectoryQuery query, DirectoryList<TItem> list, IEnumerable<TId> unknown) =>
        list.Problem is null && list.AsOf < query.AskedFirstAt && unknown.Any();

    private bool MayRefresh(DirectoryQuery query) =>
        State.RefresherRunId is not { } refresher
        || string.Equals(refresher, query.ReplacesRunId, StringComparison.Ordinal)
        || query.At - State.RefreshingSince > MaxRefresh;

    private DirectoryAnswer Answer(DirectoryQuery query, string? refresher)
    {
        var departments = State.Departments.Items.Where(one => query.Everything || query.Departments.Contains(one.Id)).ToList();
        var members = departments.SelectMany(one => one.RepIds).Concat(query.Reps).ToHashSet();
        return new()
        {
            RefresherRunId = refresher,
            Departments = State.Departments with { Items = departments },
            Reps = State.Reps with
            {
                Items =
                [
                    .. State.Reps.Items.Where(rep => query.Everything
                        || members.Contains(rep.Id)
                        || departments.Exists(one => one.AllReps)
                        || (rep.DefaultDepartmentId is { } usual && query.Departments.Contains(usual))),
                ],
            },
        };
    }
}
