using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.Orchestrations.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Moq;

namespace FuseDeskFlows.Tests.Orchestrations.Runs;

/// <summary>What an operation of an entity costs a run if the process that carries it out dies.</summary>
public sealed class EntityRetriesTests
{
    private static readonly EntityInstanceId Id = new(CaseEventDebouncer.Name, "84920");

    private readonly Mock<TaskOrchestrationEntityFeature> _entities = new(MockBehavior.Strict);
    private readonly Mock<TaskOrchestrationContext> _context = new(MockBehavior.Strict);
    private readonly List<double> _pauses = [];
    private DateTime _now = Some.Moment.UtcDateTime;

    public EntityRetriesTests()
    {
        _context.SetupGet(context => context.Entities).Returns(_entities.Object);
        _context.SetupGet(context => context.CurrentUtcDateTime).Returns(() => _now);
        _context.Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .Callback<DateTime, CancellationToken>((until, _) =>
            {
                _pauses.Add((until - _now).TotalSeconds);
                _now = until;
            })
            .Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task An_operation_that_its_process_did_not_survive_is_asked_for_again()
    {
        _entities.SetupSequence(entities => entities.CallEntityAsync<string>(Id, CaseEventDebouncer.EnqueueOperation, 1, null))
            .ThrowsAsync(Failure()).ThrowsAsync(Failure()).ReturnsAsync("leader");

        Assert.Equal("leader", await _context.Object.CallEntityWithRetryAsync<string>(Id, CaseEventDebouncer.EnqueueOperation, 1));
        Assert.Equal([5, 20], _pauses);
    }

    [Fact]
    public async Task An_operation_without_an_answer_is_asked_for_again_too()
    {
        _entities
            .SetupSequence(entities => entities.CallEntityAsync(Id, LatestCaseTriage.SaveOperation, 1, null))
            .ThrowsAsync(Failure())
            .Returns(Task.CompletedTask);

        await _context.Object.CallEntityWithRetryAsync(Id, LatestCaseTriage.SaveOperation, 1);

        Assert.Equal([5], _pauses);
    }

    [Fact]
    public async Task An_operation_that_succeeds_is_asked_for_once()
    {
        _entities
            .Setup(entities => entities.CallEntityAsync<bool>(Id, CaseEventDebouncer.StepDownOperation, null, null))
            .ReturnsAsync(true);

        Assert.True(await _context.Object.CallEntityWithRetryAsync<bool>(Id, CaseEventDebouncer.StepDownOperation));

        Assert.Empty(_pauses);
        _entities.VerifyAll();
        Assert.Single(_entities.Invocations);
    }

    [Fact]
    public async Task After_five_attempts_the_failure_is_the_runs_own()
    {
        _entities
            .Setup(entities => entities.CallEntityAsync<string>(Id, CaseEventDebouncer.EnqueueOperation, 1, null))
            .ThrowsAsync(Failure());

        await Assert.ThrowsAsync<EntityOperationFailedException>(() =>
            _context.Object.CallEntityWithRetryAsync<string>(Id, CaseEventDebouncer.EnqueueOperation, 1));

        Assert.Equal(EntityRetries.Attempts, _entities.Invocations.Count);
        Assert.Equal([5, 20, 80, 320], _pauses);
    }

    [Fact]
    public async Task Another_failure_is_not_tried_again()
    {
        _entities
            .Setup(entities => entities.CallEntityAsync<string>(Id, CaseEventDebouncer.EnqueueOperation, 1, null))
            .ThrowsAsync(new InvalidOperationException());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _context.Object.CallEntityWithRetryAsync<string>(Id, CaseEventDebouncer.EnqueueOperation, 1));

        Assert.Empty(_pauses);
    }

    private static EntityOperationFailedException Failure() => new(
        Id,
        CaseEventDebouncer.EnqueueOperation,
        new TaskFailureDetails("Failure", "Invocation of function 'caseeventdebouncer' failed with an exception.", null, null, null));
}
