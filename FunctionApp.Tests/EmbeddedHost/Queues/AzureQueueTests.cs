using Azure.Storage.Queues;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

public sealed class AzureQueueTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Recorder _recorder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_keeps_its_own_rules() => await MessageQueueContract.CheckAsync(
        AzureQueueFactory.Connect(QueueAddress.Of("contract", null), azurite.Require(), base64: true, TimeProvider.System),
        by => Task.Delay(by, Cancel));

    [Fact]
    public async Task Functions_run_on_it_as_on_the_local_queue()
    {
        await using var host = await StartAsync();
        await QueueFunctionScenarios.Results_go_to_queues_and_messages_to_functions(host, _recorder);
        Assert.False(File.Exists(_folder.File("state/queues.db")));
    }

    [Fact]
    public async Task Messages_are_base64_unless_host_json_says_otherwise()
    {
        var raw = new QueueClient(azurite.Require(), "encoded");
        await AzureQueueFactory.Connect(QueueAddress.Of("encoded", null), azurite.Require(), base64: true, TimeProvider.System)
            .SendAsync(BinaryData.FromString("text"), Cancel);
        Assert.Equal("dGV4dA==", (await raw.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToString());
        await AzureQueueFactory.Connect(QueueAddress.Of("encoded", null), azurite.Require(), base64: false, TimeProvider.System)
            .SendAsync(BinaryData.FromString("text"), Cancel);
        Assert.Equal("text", (await raw.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_is_not_base64_is_set_aside_and_the_others_go_on()
    {
        var raw = new QueueClient(azurite.Require(), "mixed");
        await raw.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await raw.SendMessageAsync("!not base64!", Cancel);
        await raw.SendMessageAsync("b2s=", Cancel);
        var queue = AzureQueueFactory.Connect(QueueAddress.Of("mixed", null), azurite.Require(), base64: true, TimeProvider.System);
        Assert.Equal("ok", Assert.Single(await queue.ReceiveAsync(16, TimeSpan.FromMinutes(1), Cancel)).Body.ToString());
        var poison = new QueueClient(azurite.Require(), "mixed-poison");
        Assert.Equal("!not base64!", (await poison.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_then_set_aside()
    {
        await using var host = await StartAsync();
        await QueueFunctionScenarios.A_message_that_fails_is_tried_again_then_set_aside(host, _recorder);
    }

    private Task<TestHost> StartAsync()
    {
        var connection = azurite.Require();
        _folder.With("host.json", """{ "version": "2.0", "extensions": { "queues": { "maxPollingInterval": "00:00:00.2" } } }""");
        return TestHost.StartAsync(new TestHostOptions(_folder, typeof(QueueSamples))
        {
            Configure = builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("OrderQueue", "orders"), new("AzureWebJobsStorage", connection)]);
                builder.Services.AddSingleton(_recorder);
            },
        });
    }
}
