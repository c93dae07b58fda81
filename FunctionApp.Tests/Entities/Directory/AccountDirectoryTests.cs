using FuseDeskFlows.Entities.Directory;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Tests.Entities.Directory;

/// <summary>Which run reads the lists, and how long they are good.</summary>
public sealed class AccountDirectoryTests
{
    private static readonly ReportProblem Refused = new() { Type = "refused-forbidden", Detail = "The reps could not be read." };
    private static readonly Rep Ben = new() { Id = new(8), Name = "Ben Ode", Active = true, DefaultDepartmentId = new(4) };

    private readonly InMemoryEntities _entities = new();
    private DateTimeOffset _now = Some.Moment;

    private AccountDirectoryState State => _entities.State<AccountDirectoryState>(AccountDirectory.Id)!;

    [Fact]
    public async Task The_first_run_reads_the_lists_and_others_are_told_to_wait_for_it()
    {
        Assert.Equal("a", (await LookUpAsync("a")).RefresherRunId);
        Assert.Equal("a", (await LookUpAsync("b")).RefresherRunId);

        await RefreshAsync("a");

        var answer = await LookUpAsync("b", [Some.Anna.Id], [Some.Billing.Id]);
        Assert.Null(answer.RefresherRunId);
        Assert.Equal("Anna Berg", Assert.Single(answer.Reps.Items).Name);
        Assert.Equal("Billing", Assert.Single(answer.Departments.Items).Name);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public async Task Lists_are_good_for_a_quarter_of_an_hour(int minutes, bool due)
    {
        await LookUpAsync("a");
        await RefreshAsync("a");
        _now += TimeSpan.FromMinutes(minutes);

        Assert.Equal(due ? "b" : null, (await LookUpAsync("b")).RefresherRunId);
        Assert.Single((await LookUpAsync("c", [Some.Anna.Id], asItIs: true)).Reps.Items);
    }

    [Fact]
    public async Task An_unknown_id_has_the_lists_read_again_but_only_once()
    {
        await LookUpAsync("a");
        await RefreshAsync("a");
        _now += TimeSpan.FromMinutes(1);
        Assert.Equal("b", (await LookUpAsync("b", [new RepId(99)])).RefresherRunId);
        await RefreshAsync("b", wanted: [new RepId(99)]);
        _now += TimeSpan.FromMinutes(1);

        Assert.Null((await LookUpAsync("c", [new RepId(99)])).RefresherRunId);
    }

    [Fact]
    public async Task A_list_that_was_read_after_a_run_had_asked_tells_it_for_certain_who_is_missing()
    {
        await LookUpAsync("a", [new RepId(98)]);
        var asked = _now;
        await LookUpAsync("b", [new RepId(99)]);
        _now += TimeSpan.FromSeconds(1);
        await RefreshAsync("a", wanted: [new RepId(98)]);

        Assert.Null((await LookUpAsync("b", [new RepId(99)], askedFirstAt: asked)).RefresherRunId);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_replaced_and_one_that_takes_too_long_is()
    {
        await LookUpAsync("terminated");
        Assert.Equal("b", (await LookUpAsync("b", replaces: "terminated")).RefresherRunId);
        Assert.Equal("b", (await LookUpAsync("c", replaces: "terminated")).RefresherRunId);
        _now += AccountDirectory.MaxRefresh + TimeSpan.FromSeconds(1);
        Assert.Equal("c", (await LookUpAsync("c")).RefresherRunId);
        await _entities.CallEntityAsync(AccountDirectory.Id, AccountDirectory.GiveUpOperation, "b");
        Assert.Equal("c", (await LookUpAsync("d")).RefresherRunId);
        await _entities.CallEntityAsync(AccountDirectory.Id, AccountDirectory.GiveUpOperation, "c");
        Assert.Equal("d", (await LookUpAsync("d")).RefresherRunId);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_loses_nothing_and_is_tried_again_after_a_minute()
    {
        await LookUpAsync("a");
        await RefreshAsync("a", reps: [Some.Anna, Ben]);
        _now += TimeSpan.FromMinutes(20);
        await LookUpAsync("b");
        await _entities.CallEntityAsync(AccountDirectory.Id, AccountDirectory.RefreshOperation, new DirectoryRefresh
        {
            RunId = "b",
            Reps = new() { Items = [Some.Anna], AsOf = Some.Moment, TriedAt = _now, Problem = Refused },
            Departments = new() { Items = [Some.Billing], AsOf = _now, TriedAt = _now },
        });

        var answer = await LookUpAsync("c", everything: true);
        Assert.Null(answer.RefresherRunId);
        Assert.Equal((2, Some.Moment, Refused), (answer.Reps.Items.Count, answer.Reps.AsOf!.Value, answer.Reps.Problem!));
        Assert.Null(answer.Departments.Problem);
        _now += TimeSpan.FromMinutes(2);
        Assert.Equal("c", (await LookUpAsync("c")).RefresherRunId);
    }

    [Fact]
    public async Task An_answer_has_no_more_than_what_was_asked_for_and_the_reps_of_the_department()
    {
        await LookUpAsync("a");
        await RefreshAsync("a", reps: [Some.Anna, Ben, Ben with { Id = new(9), DefaultDepartmentId = new(3) }]);

        Assert.Empty((await LookUpAsync("b")).Reps.Items);
        Assert.Equal([8], (await LookUpAsync("b", [Ben.Id])).Reps.Items.Select(rep => rep.Id.Value));
        Assert.Equal([7, 9], (await LookUpAsync("b", departments: [new(3)])).Reps.Items.Select(rep => rep.Id.Value));
        Assert.Equal(3, (await LookUpAsync("b", everything: true)).Reps.Items.Count);
    }

    [Fact]
    public async Task No_more_than_two_hundred_missing_ids_are_remembered()
    {
        await LookUpAsync("a");
        await RefreshAsync("a", wanted: [.. Enumerable.Range(1000, 500).Select(id => new RepId(id))]);

        Assert.Equal(AccountDirectory.MaxMissing, State.MissingReps.Count);
    }

    private Task<DirectoryAnswer> LookUpAsync(
        string run,
        IReadOnlyList<RepId>? reps = null,
        IReadOnlyList<DepartmentId>? departments = null,
        bool everything = false,
        bool asItIs = false,
        string? replaces = null,
        DateTimeOffset? askedFirstAt = null) =>
        _entities.CallAsync<DirectoryAnswer>(AccountDirectory.Id, AccountDirectory.LookUpOperation, new DirectoryQuery
        {
            RunId = run,
            At = _now,
            AskedFirstAt = askedFirstAt ?? _now,
            Reps = reps ?? [],
            Departments = departments ?? [],
            Everything = everything,
            AsItIs = asItIs,
            ReplacesRunId = replaces,
        });

    private Task RefreshAsync(string run, IReadOnlyList<Rep>? reps = null, IReadOnlyList<RepId>? wanted = null) =>
        _entities.CallEntityAsync(AccountDirectory.Id, AccountDirectory.RefreshOperation, new DirectoryRefresh
        {
            RunId = run,
            Reps = new() { Items = reps ?? [Some.Anna], AsOf = _now, TriedAt = _now },
            Departments = new() { Items = [Some.Billing], AsOf = _now, TriedAt = _now },
            WantedReps = wanted ?? [],
        });
}
