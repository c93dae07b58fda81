using System.Text.Json;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Tests.Entities;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace FuseDeskFlows.Tests.Orchestrations.CaseEvents;

/// <summary>When a run of a case event triages, when it waits, and when it leaves the case to another one.</summary>
public sealed class CaseEventRunTests
{
    private static readonly CaseId Case = new(84920);
    private static readonly TriageReport Closed = new()
    {
        Case = new() { Id = Case },
        Waiting = new() { On = WaitingOn.Nobody, JudgedBy = WaitingJudgedBy.Status },
    };

    private readonly InMemoryEntities _entities = new();
    private readonly List<(DateTimeOffset At, string RunId)> _triages = [];
    private DateTimeOffset _now = Some.Moment;
    private object? _kept;

    private Func<Task> OnTimer { get; set; } = () => Task.CompletedTask;

    private Func<Task<TriageReport>> Triage { get; set; } = () => Task.FromResult(Closed);

    private bool LeaderLives { get; set; } = true;

    [Fact]
    public async Task A_quiet_case_is_triaged_after_the_quiet_period()
    {
        var result = await RunAsync("a");

        Assert.Equal(new CaseEventResult { EventId = "event-a", CaseId = Case, TriagedBy = "a", Triages = 1 }, result);
        Assert.Equal([(Some.Moment.AddSeconds(20), "a")], _triages);
        Assert.Equal(CasePriority.Low, Kept?.Priority?.Level);
        Assert.Null(State);
    }

    [Fact]
    public async Task A_burst_is_one_triage_once_the_last_event_is_twenty_seconds_old()
    {
        var later = 0;
        OnTimer = async () =>
        {
            if (later++ < 3)
            {
                Assert.Equal("a", (await RunAsync($"b{later}")).TriagedBy);
            }
        };

        await RunAsync("a");

        Assert.Equal([(Some.Moment.AddSeconds(80), "a")], _triages);
        Assert.Equal((4, "event-b3"), (Kept?.Events?.Count, Kept?.Events?.NewestId));
    }

    [Fact]
    public async Task A_case_that_never_becomes_quiet_is_triaged_five_minutes_after_the_first_event()
    {
        var more = 0;
        OnTimer = () => RunAsync($"b{more++}");

        await RunAsync("a");

        Assert.Equal((Some.Moment.AddMinutes(5), "a"), _triages[0]);
    }

    [Fact]
    public async Task An_event_that_arrives_during_a_triage_is_triaged_next_by_the_same_run()
    {
        Triage = async () =>
        {
            if (_triages.Count == 1)
            {
                Assert.Equal("a", (await RunAsync("b")).TriagedBy);
            }

            return Closed;
        };

        var result = await RunAsync("a");

        Assert.Equal([(Some.Moment.AddSeconds(20), "a"), (Some.Moment.AddSeconds(40), "a")], _triages);
        Assert.Equal((2, "event-b", 1), (result.Triages, Kept?.Events?.NewestId, Kept?.Events?.Count));
    }

    [Fact]
    public async Task A_run_whose_leader_was_terminated_takes_the_case_and_its_events_over()
    {
        await _entities.CallAsync<string>(
            CaseEventDebouncer.IdOf(Case),
            CaseEventDebouncer.EnqueueOperation,
            new CaseEventArrival { RunId = "dead", At = Some.Moment, EventId = "event-dead" });
        LeaderLives = false;

        Assert.Equal("a", (await RunAsync("a")).TriagedBy);

        Assert.Equal(2, Kept?.Events?.Count);
        Assert.Null(State);
    }

    [Fact]
    public async Task A_leader_that_left_in_order_is_not_replaced()
    {
        await _entities.CallAsync<string>(
            CaseEventDebouncer.IdOf(Case),
            CaseEventDebouncer.EnqueueOperation,
            new CaseEventArrival { RunId = "gone", At = Some.Moment, EventId = "event-gone" });

        Assert.False(
            await _entities.CallAsync<bool>(
                CaseEventDebouncer.IdOf(Case),
                CaseEventDebouncer.ClaimLeadershipOperation,
                new LeadershipClaim { RunId = "a", ReplacesRunId = "other" }));
        Assert.Equal("gone", State?.Leader);
    }

    [Fact]
    public async Task A_triage_that_fails_is_told_keeps_the_older_one_and_frees_the_case()
    {
        await RunAsync("a");
        Triage = () => throw new TaskFailedException(
            "CaseTriage", 1, new TaskFailureDetails("RunFailedException", "Truto is away.", null, null, null));

        var failure = await Assert.ThrowsAsync<RunFailedException>(() => RunAsync("b"));

        Assert.Contains("Truto is away.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("b", Closed.Case), (Kept?.Failure?.RunId, Kept?.Report?.Case));
        Assert.Null(State);
    }

    [Fact]
    public async Task A_triage_that_could_not_wait_for_a_quota_fails_the_run_and_keeps_what_it_had_found()
    {
        var partial = new TriageReport
        {
            Case = new() { Id = Case, Subject = "Charged twice" },
            Usage = new() { OutOfQuota = new() { Call = "get_case", Flow = "CaseEventFlow" } },
        };
        Triage = () => Task.FromResult(partial);

        var failure = await Assert.ThrowsAsync<OutOfQuotaException>(() => RunAsync("a"));

        Assert.Contains("out of quota", failure.Message, StringComparison.Ordinal);
        var kept = Assert.IsType<LatestTriageReport>(_kept);
        Assert.Equal(("Charged twice", "a", null), (kept.Report?.Case?.Subject, kept.Failure?.RunId, kept.Rep));
        Assert.Single(_triages);
        Assert.Null(State);
    }

    [Fact]
    public async Task The_newest_event_is_the_one_that_happened_last()
    {
        OnTimer = async () =>
        {
            if (_triages.Count == 0 && State?.Pending?.Count == 1)
            {
                await RunAsync("older", Some.Moment.AddHours(-1));
            }
        };

        await RunAsync("newer", Some.Moment);

        Assert.Equal((2, "event-newer"), (Kept?.Events?.Count, Kept?.Events?.NewestId));
    }

    private LatestTriageReport? Kept => _entities.State<LatestTriageReport>(LatestCaseTriage.IdOf(Case));

    private CaseEventDebouncerState? State => _entities.State<CaseEventDebouncerState>(CaseEventDebouncer.IdOf(Case));

    private async Task<CaseEventResult> RunAsync(string runId, DateTimeOffset? occurredAt = null)
    {
        var next = new CaseEventRequest
        {
            EventId = "event-" + runId,
            CaseId = Case,
            OccurredAt = occurredAt,
            QuietPeriod = TimeSpan.FromSeconds(20),
            MaxDelay = TimeSpan.FromMinutes(5),
        };
        while (true)
        {
            CaseEventRequest? again = null;
            var result = await CaseEventFlow.RunAsync(Context(runId, next, request => again = request));
            if (again is null)
            {
                return result;
            }

            next = again;
        }
    }

    private TaskOrchestrationContext Context(string runId, CaseEventRequest request, Action<CaseEventRequest> continueAsNew)
    {
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(run => run.CreateReplaySafeLogger(It.IsAny<string>())).Returns(NullLogger.Instance);
        context.Setup(run => run.GetInput<CaseEventRequest>()).Returns(request);
        context.SetupGet(run => run.InstanceId).Returns(runId);
        context.SetupGet(run => run.Name).Returns(CaseEventFlow.Name);
        context.SetupGet(run => run.Entities).Returns(_entities);
        context.SetupGet(run => run.CurrentUtcDateTime).Returns(() => _now.UtcDateTime);
        context
            .Setup(run => run.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .Returns(
                async (DateTime until, CancellationToken _) =>
                {
                    _now = new(until);
                    await OnTimer();
                });
        context
            .Setup(run =>
                run.CallActivityAsync<bool>(
                    It.Is<TaskName>(name => name.Name == IsRunActiveActivity.Name), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .ReturnsAsync(() => LeaderLives);
        context
            .Setup(run => run.CallSubOrchestratorAsync<TriageReport>(It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .Returns(() =>
            {
                _triages.Add((_now, runId));
                return Triage();
            });
        context
            .Setup(run =>
                run.CallSubOrchestratorAsync<JsonElement>(
                    It.Is<TaskName>(name => name.Name == StorePartialReportOrchestration.Name), It.IsAny<object>(), It.IsAny<TaskOptions>())
            )
            .Callback<TaskName, object?, TaskOptions?>((_, report, _) => _kept = report)
            .ReturnsAsync(default(JsonElement));
        context
            .Setup(run => run.ContinueAsNew(It.IsAny<object>(), It.IsAny<bool>()))
            .Callback((object? input, bool _) => continueAsNew((CaseEventRequest)input!));
        return context.Object;
    }
}
