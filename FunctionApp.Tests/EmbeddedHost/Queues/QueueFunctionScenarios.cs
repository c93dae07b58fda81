using System.Net;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.Tests.EmbeddedHost.Support;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

/// <summary>What queue functions have to do on every kind of queue.</summary>
internal static class QueueFunctionScenarios
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task Results_go_to_queues_and_messages_to_functions(TestHost host, Recorder recorder)
    {
        var answer = await host.Http.PostAsync("/api/enqueue/tea", content: null, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await Eventually.TrueAsync(() => recorder.Lines.Count == 5, "the order and its four lines arrive");
        Assert.Equal(["line tea-1", "line tea-2", "line tea-a", "line tea-b", "order tea 2 True 1"], recorder.Lines.Order(StringComparer.Ordinal));
    }

    public static async Task A_message_has_the_form_that_is_asked_for(TestHost host, Recorder recorder)
    {
        await SendAsync(host, "bytes", [1, 2, 255]);
        await SendAsync(host, "binary", "b"u8.ToArray());
        await SendAsync(host, "raw", "r"u8.ToArray());
        await Eventually.TrueAsync(() => recorder.Lines.Count == 3, "three messages arrive");
        Assert.Equal(["binary b", "bytes 0102FF", "raw r"], recorder.Lines.Order(StringComparer.Ordinal));
    }

    public static async Task A_message_that_fails_is_tried_again_then_set_aside(TestHost host, Recorder recorder)
    {
        await SendAsync(host, "flaky", "twice"u8.ToArray());
        await SendAsync(host, "flaky", "never"u8.ToArray());
        await Eventually.TrueAsync(() => recorder.Lines.Contains("poison never"), "the message is set aside");
        Assert.Equal(["try twice 1", "try twice 2", "try twice 3"], recorder.Lines.Where(l => l.Contains("twice", StringComparison.Ordinal)));
        Assert.Equal(
            ["try never 1", "try never 2", "try never 3", "try never 4", "try never 5", "poison never"],
            recorder.Lines.Where(l => l.Contains("never", StringComparison.Ordinal)));
    }

    private static Task SendAsync(TestHost host, string queue, byte[] body) =>
        host.Get<QueueProvider>().Get(QueueAddress.Of(queue, connection: null)).SendAsync(BinaryData.FromBytes(body), Cancel);
}
