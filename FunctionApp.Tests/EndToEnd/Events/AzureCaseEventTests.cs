using Azure.Storage.Queues;
using FuseDeskFlows.Events;
using FuseDeskFlows.Tests.EmbeddedHost.Queues;

namespace FuseDeskFlows.Tests.EndToEnd.Events;

/// <summary>Case events on an Azure Storage Queue.</summary>
public sealed class AzureCaseEventTests : CaseEventScenarios, IClassFixture<Azurite>
{
    private readonly Azurite _azurite;

    public AzureCaseEventTests(Azurite azurite)
    {
        _azurite = azurite;
        foreach (var name in azurite.ConnectionString is null ? [] : new[] { CaseEventQueues.Name, CaseEventQueues.PoisonName })
        {
            new QueueClient(azurite.ConnectionString, name).DeleteIfExists();
        }
    }

    private protected override string? Connection => _azurite.Require();
}
