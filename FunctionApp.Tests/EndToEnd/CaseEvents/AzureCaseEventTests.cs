using System.Net;
using Azure.Storage.Queues;
using FuseDeskFlows.Events;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

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

    private protected override string QuietPeriod => "00:00:12";

    [Fact]
    public async Task An_event_that_its_producer_did_not_encode_can_be_replayed()
    {
        await using var app = await StartAsync();
        var raw = new QueueClient(_azurite.Require(), CaseEventQueues.Name);
        await raw.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await raw.SendMessageAsync(
            $$"""{ "id": "plain", "caseId": {{SandboxPeople.ArticleCase}} }""", TestContext.Current.CancellationToken);
        var poison = new QueueClient(_azurite.Require(), CaseEventQueues.PoisonName);
        await Eventually.TrueAsync(() => poison.Exists() && poison.PeekMessage().Value is not null, "the message is set aside");

        using var list = await app.Http.GetAsync("api/case-events/poison", TestContext.Current.CancellationToken);
        using var replay = await app.Http.PostAsync("api/case-events/replay", content: null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (list.StatusCode, replay.StatusCode));
        await app.TriageAsync(SandboxPeople.ArticleCase);
    }
}
