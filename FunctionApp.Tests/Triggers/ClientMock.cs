using System.Text.Json;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Triage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace FuseDeskFlows.Tests.Triggers;

/// <summary>A mocked durable client with a store of its own.</summary>
internal sealed class ClientMock
{
    private readonly Mock<DurableTaskClient> _client = new(MockBehavior.Strict, "test");
    private readonly Dictionary<string, OrchestrationMetadata> _store = new(StringComparer.Ordinal);

    public ClientMock()
    {
        _client.Setup(client => client.GetInstanceAsync(It.IsAny<string>(), true, It.IsAny<CancellationToken>()))
            .ReturnsAsync((string id, bool _, CancellationToken _) => _store.GetValueOrDefault(id));
        _client.Setup(client => client.ScheduleNewOrchestrationInstanceAsync(
                It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()))
            .Returns((TaskName name, object? input, StartOrchestrationOptions? options, CancellationToken _) =>
            {
                BeforeStart?.Invoke(options!.InstanceId!);
                if (_store.ContainsKey(options!.InstanceId!))
                {
                    throw new InvalidOperationException("It exists.");
                }

                Started.Add((name.Name, input, options));
                Put(Instance(options.InstanceId!, OrchestrationRuntimeStatus.Pending, input));
                return Task.FromResult(options.InstanceId!);
            });
        _client.Setup(client => client.WaitForInstanceCompletionAsync(It.IsAny<string>(), true, It.IsAny<CancellationToken>()))
            .Returns(async (string id, bool _, CancellationToken cancellationToken) =>
            {
                if (Ends is not null)
                {
                    Put(Ends(_store[id]));
                    return _store[id];
                }

                await Task.Delay(Timeout.Infinite, cancellationToken);
                return _store[id];
            });
    }

    public List<(string Flow, object? Input, StartOrchestrationOptions Options)> Started { get; } = [];

    /// <summary>What a simultaneous request does before ours is stored.</summary>
    public Action<string>? BeforeStart { get; set; }

    /// <summary>How a run ends that is waited for; null if it does not.</summary>
    public Func<OrchestrationMetadata, OrchestrationMetadata>? Ends { get; init; }

    public DurableTaskClient Object => _client.Object;

    public Mock<DurableTaskClient> Mock => _client;

    public void Put(OrchestrationMetadata instance) => _store[instance.InstanceId] = instance;

    public static OrchestrationMetadata Instance(
        string id,
        OrchestrationRuntimeStatus status,
        object? input = null,
        TriageReport? output = null,
        RunStatus? custom = null,
        string? failure = null) =>
        new(CaseTriage.Name, id)
        {
            RuntimeStatus = status,
            CreatedAt = Some.Moment,
            LastUpdatedAt = Some.Moment.AddMinutes(1),
            SerializedInput = input is null ? null : JsonSerializer.Serialize(input),
            SerializedOutput = output is null ? null : JsonSerializer.Serialize(output),
            SerializedCustomStatus = custom is null ? null : JsonSerializer.Serialize(custom),
            FailureDetails = failure is null ? null : new TaskFailureDetails("RunFailedException", failure, null, null, null),
        };
}
