using Azure.Storage.Queues;
using FuseDeskFlows.Events;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

public sealed class PoisonMessagesTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // The host sets a message aside as it came, and not every producer encodes what it sends.
    [Fact]
    public async Task A_message_that_is_not_encoded_hides_no_other_and_is_put_back_too()
    {
        var connection = azurite.Require();
        var raw = new QueueClient(connection, CaseEventQueues.PoisonName);
        await raw.CreateIfNotExistsAsync(cancellationToken: Cancelled);
        await raw.SendMessageAsync("""{ "id": "plain" }""", Cancelled);
        await raw.SendMessageAsync(Convert.ToBase64String("""{ "id": "encoded" }"""u8), Cancelled);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection)]).Build();
        var events = new PoisonMessages(new CaseEventQueues(QueueRegistration.Connect(settings)), TimeProvider.System);

        Assert.Contains("encoded", Assert.Single(await events.PeekAsync(Cancelled)).Message, StringComparison.Ordinal);

        Assert.Equal(2, await events.ReplayAsync(Cancelled));
        Assert.Empty(await events.PeekAsync(Cancelled));
    }
}
