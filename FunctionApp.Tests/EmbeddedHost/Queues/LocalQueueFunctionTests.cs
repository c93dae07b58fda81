using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

public sealed class LocalQueueFunctionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Recorder _recorder = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(QueueSamples))
    {
        Configure = builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("OrderQueue", "orders"), new("AzureWebJobsStorage", "")]);
            builder.Services.AddSingleton(_recorder);
        },
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public Task Results_go_to_queues_and_messages_to_functions() => QueueFunctionScenarios.Results_go_to_queues_and_messages_to_functions(_host, _recorder);

    [Fact]
    public Task A_message_has_the_form_that_is_asked_for() => QueueFunctionScenarios.A_message_has_the_form_that_is_asked_for(_host, _recorder);

    [Fact]
    public Task A_message_that_fails_is_tried_again_then_set_aside() => QueueFunctionScenarios.A_message_that_fails_is_tried_again_then_set_aside(_host, _recorder);

    [Fact]
    public void The_start_lists_queues() => Assert.Contains("\tOrders: queueTrigger (orders)", _host.Output, StringComparison.Ordinal);
}
