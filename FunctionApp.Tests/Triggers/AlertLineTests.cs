using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Events;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Tests.Infra;
using FuseDeskFlows.Tests.Truto;
using FuseDeskFlows.Triggers.Audit;
using FuseDeskFlows.Triggers.CaseEvents;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace FuseDeskFlows.Tests.Triggers;

/// <summary>
/// The lines of the log that the deployment's alerts count: they must come when they should, and begin as the alerts believe.
/// </summary>
public sealed class AlertLineTests : IDisposable
{
    private readonly CapturedLog _log = new();
    private readonly LoggerFactory _loggers;

    public AlertLineTests() => _loggers = new LoggerFactory([_log]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task As_long_as_events_lie_in_the_poison_queue_a_warning_tells_how_many()
    {
        await WatchAsync(queue =>
            queue.ReturnsAsync(
                Response.FromValue(QueuesModelFactory.QueueProperties(new Dictionary<string, string>(), 3), Mock.Of<Response>())));

        var line = Assert.Single(_log.Warnings);
        Assert.Contains("3 in case-events-poison", line, StringComparison.Ordinal);
        Assert.Contains(AlertWords.Beginnings, beginning => line.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_poison_queue_is_not_worth_a_line()
    {
        await WatchAsync(queue =>
            queue.ReturnsAsync(
                Response.FromValue(QueuesModelFactory.QueueProperties(new Dictionary<string, string>(), 0), Mock.Of<Response>())));

        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task A_poison_queue_that_was_never_needed_counts_as_empty()
    {
        await WatchAsync(queue =>
            queue.ThrowsAsync(new RequestFailedException(404, "None.", QueueErrorCode.QueueNotFound.ToString(), null)));

        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Outside_of_its_days_the_timer_says_that_no_audit_is_due()
    {
        var client = new ClientMock();

        await AuditAsync(client, days: "Sat,Sun");

        var line = Assert.Single(_log.Lines);
        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Contains(AlertWords.Beginnings, beginning => line.Text.StartsWith(beginning, StringComparison.Ordinal));
        Assert.Empty(client.Started);
    }

    [Fact]
    public async Task A_timer_that_lacks_a_setting_does_not_say_that_all_is_well()
    {
        await AuditAsync(new ClientMock(), days: "Someday");

        var line = Assert.Single(_log.Lines);
        Assert.DoesNotContain(AlertWords.Beginnings, beginning => line.Text.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public void The_alert_on_the_audit_counts_the_runs_of_the_flow_that_there_is() => Assert.Contains(
        $"{ChatEscalationAudit.Name} (Orchestrator)",
        RepositoryFiles.Read("infra/azure/modules/alerts.bicep"),
        StringComparison.Ordinal);

    private async Task WatchAsync(Action<Moq.Language.Flow.ISetup<QueueClient, Task<Response<QueueProperties>>>> answer)
    {
        var queue = new Mock<QueueClient>(MockBehavior.Strict);
        answer(queue.Setup(client => client.GetPropertiesAsync(It.IsAny<CancellationToken>())));
        var account = new Mock<QueueServiceClient>(MockBehavior.Strict);
        account.Setup(client => client.GetQueueClient(It.IsAny<string>())).Returns(queue.Object);

        await new PoisonQueueMonitor(
            new PoisonMessages(new CaseEventQueues(account.Object), TimeProvider.System),
            _loggers.CreateLogger<PoisonQueueMonitor>()).RunAsync(new TimerInfo(), Cancelled);
    }

    private Task AuditAsync(ClientMock client, string days)
    {
        // A Monday.
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        var audit = new Mock<IOptions<AuditOptions>>();
        var options = new AuditOptions { Days = days };
        var verdict = new AuditOptionsValidator().Validate(null, options);
        audit.Setup(settings => settings.Value).Returns(() =>
            verdict.Failed ? throw new OptionsValidationException("", typeof(AuditOptions), verdict.Failures) : options);
        return new AuditTimer(Options.Create(new TrutoOptions()), audit.Object, time, _loggers.CreateLogger<AuditTimer>())
            .RunAsync(new TimerInfo(), client.Object, Cancelled);
    }
}
