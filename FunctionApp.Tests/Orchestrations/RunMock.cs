using System.Text.Json;
using FuseDeskFlows.Entities.Directory;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Tests.Entities;
using FuseDeskFlows.Tests.Entities.RateLimiting;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace FuseDeskFlows.Tests.Orchestrations;

/// <summary>A mocked run: activities answer what a test says, timers fire at once and move the clock.</summary>
internal sealed class RunMock
{
    private readonly Mock<TaskOrchestrationContext> _context = new(MockBehavior.Strict);
    private readonly Mock<TaskOrchestrationEntityFeature> _entities = new(MockBehavior.Strict);
    private readonly Dictionary<string, InMemoryLimiter> _limiters = new(StringComparer.Ordinal);
    private readonly InMemoryEntities _directory = new();
    private byte _guids;

    public RunMock(TriageRequest? request = null)
    {
        _context.SetupGet(context => context.Name).Returns(CaseTriage.Name);
        _context.SetupGet(context => context.IsReplaying).Returns(false);
        _context.Setup(context => context.CreateReplaySafeLogger(It.IsAny<string>())).Returns(NullLogger.Instance);
        _context.Setup(context => context.GetInput<TriageRequest>()).Returns(request);
        _context.SetupGet(context => context.CurrentUtcDateTime).Returns(() => Now.UtcDateTime);
        _context.Setup(context => context.NewGuid()).Returns(() => new Guid(_guids++, 0, 0, new byte[8]));
        _context
            .Setup(context => context.SetCustomStatus(It.IsAny<object>()))
            .Callback<object?>(status => Statuses.Add((RunStatus)status!));
        _context
            .Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .Callback<DateTime, CancellationToken>(
                (until, _) =>
                {
                    Timers.Add(until);
                    Now = new(until);
                })
            .Returns(Task.CompletedTask);
        _context.SetupGet(context => context.Entities).Returns(_entities.Object);
        _entities
            .Setup(entities =>
                entities.CallEntityAsync<Reservation>(
                    It.IsAny<EntityInstanceId>(), SharedRateLimiter.ReserveOperation, It.IsAny<object>(), It.IsAny<CallEntityOptions>()))
            .Returns<EntityInstanceId, string, object, CallEntityOptions>(
                (id, _, ask, _) => Task.FromResult(Ask(id, (ReservationRequest)ask)));
        _context
            .Setup(context =>
                context.CallSubOrchestratorAsync<JsonElement>(
                    It.Is<TaskName>(name => name.Name == StorePartialReportOrchestration.Name), It.IsAny<object>(), It.IsAny<TaskOptions>())
            )
            .Callback<TaskName, object?, TaskOptions?>((_, report, _) => Kept = report)
            .ReturnsAsync(default(JsonElement));
        _context.SetupGet(context => context.InstanceId).Returns("run-1");
        _entities
            .Setup(entities =>
                entities.CallEntityAsync<DirectoryAnswer>(
                    AccountDirectory.Id, It.IsAny<string>(), It.IsAny<object>(), It.IsAny<CallEntityOptions>()))
            .Returns<EntityInstanceId, string, object, CallEntityOptions>(
                (id, operation, input, _) => _directory.CallEntityAsync<DirectoryAnswer>(id, operation, input));
        _entities
            .Setup(entities =>
                entities.CallEntityAsync(AccountDirectory.Id, It.IsAny<string>(), It.IsAny<object>(), It.IsAny<CallEntityOptions>()))
            .Returns<EntityInstanceId, string, object, CallEntityOptions>(
                (id, operation, input, _) => _directory.CallEntityAsync(id, operation, input));
        Knows(Now, [Some.Anna], [Some.Billing]);
    }

    /// <summary>Makes it a run of another flow.</summary>
    public RunMock Of<T>(string flow, T? input)
    {
        _context.SetupGet(context => context.Name).Returns(flow);
        _context.Setup(context => context.GetInput<T>()).Returns(input);
        return this;
    }

    public AccountDirectoryState? Directory => _directory.State<AccountDirectoryState>(AccountDirectory.Id);

    public DateTimeOffset Now { get; private set; } = Some.Moment;

    public List<string> Calls { get; } = [];

    public List<object?> Inputs { get; } = [];

    public List<DateTime> Timers { get; } = [];

    public List<RunStatus> Statuses { get; } = [];

    public List<TaskOptions?> Options { get; } = [];

    /// <summary>What was asked of shared rate limiters, which answer as the app's do.</summary>
    public List<ReservationRequest> Asks { get; } = [];

    /// <summary>What the run kept before it failed.</summary>
    public object? Kept { get; private set; }

    public TaskOrchestrationContext Context => _context.Object;

    /// <summary>The directory as another run read it; Anna and her department unless a test says otherwise.</summary>
    public RunMock Knows(DateTimeOffset asOf, IReadOnlyList<Rep> reps, IReadOnlyList<Department> departments)
    {
        _directory.SetState(AccountDirectory.Id, new AccountDirectoryState
        {
            Account = InMemoryEntities.Account,
            Reps = new() { Items = reps, AsOf = asOf, TriedAt = asOf },
            Departments = new() { Items = departments, AsOf = asOf, TriedAt = asOf },
        });
        return this;
    }

    /// <summary>Another run asks the directory.</summary>
    public Task<DirectoryAnswer> LookUpAsync(string runId) => _directory.CallAsync<DirectoryAnswer>(
        AccountDirectory.Id, AccountDirectory.LookUpOperation, new DirectoryQuery { RunId = runId, At = Now, AskedFirstAt = Now });

    public RunMock Answers<T>(string activity, params T[] answers)
    {
        var queue = new Queue<T>(answers);
        return Setup(activity, () => Task.FromResult(queue.Dequeue()));
    }

    public RunMock Values<T>(string tool, params T[] values)
        where T : class =>
        Answers(tool, [.. values.Select(value => new ToolOutcome<T> { Value = value, Calls = 1 })]);

    public RunMock Page<T>(string tool, params T[] items) => Values(tool, new FuseDeskFlows.Truto.Tools.Page<T> { Items = items });

    public RunMock Refuses<T>(string tool, ToolErrorKind kind)
        where T : class =>
        Answers(tool, new ToolOutcome<T> { Calls = 1, Error = new() { Kind = kind, Tool = tool, Message = "No." } });

    public RunMock Fails<T>(string activity, Exception failure) => Setup(activity, () => Task.FromException<T>(failure));

    /// <summary>Events of a name, in their order; after the last nothing comes.</summary>
    public RunMock Hears<T>(string name, params Func<T>[] events)
    {
        var queue = new Queue<Func<T>>(events);
        _context
            .Setup(context => context.WaitForExternalEvent<T>(name, It.IsAny<CancellationToken>()))
            .Returns(() => queue.TryDequeue(out var heard) ? Task.FromResult(heard()) : new TaskCompletionSource<T>().Task);
        return this;
    }

    public Task<TriageReport> TriageAsync() => CaseTriage.RunAsync(Context);

    private Reservation Ask(EntityInstanceId id, ReservationRequest ask)
    {
        Assert.Equal(SharedRateLimiter.Name, id.Name, ignoreCase: true);
        Asks.Add(ask);
        var limiter = _limiters.TryGetValue(id.Key, out var known) ? known : _limiters[id.Key] = new();
        return limiter.Reserve(ask, TimeSpan.FromHours(24), Now);
    }

    private RunMock Setup<T>(string activity, Func<Task<T>> answer)
    {
        _context
            .Setup(context =>
                context.CallActivityAsync<T>(It.Is<TaskName>(name => name.Name == activity), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .Callback<TaskName, object?, TaskOptions?>(
                (name, input, options) =>
                {
                    Calls.Add(name.Name);
                    Inputs.Add(input is ToolRequest<object> request ? request.Arguments : input);
                    Options.Add(options);
                })
            .Returns(answer);
        return this;
    }
}
