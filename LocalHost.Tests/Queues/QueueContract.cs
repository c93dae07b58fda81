using System.Collections.Concurrent;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Queues;

/// <summary>What Azure's own client sees of queues. Everything here holds for the local queues and for Azurite.</summary>
public abstract class QueueContract : IAsyncLifetime
{
    // Long enough for a slow machine to see that a message is hidden.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(6);

    // Every test has queues of its own: Azurite serves all of them.
    private readonly string _prefix = $"q{Guid.NewGuid():N}"[..12];

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected QueueServiceClient Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Service = new QueueServiceClient(await StartAsync(), new QueueClientOptions { Retry = { MaxRetries = 0 } });

    public abstract ValueTask DisposeAsync();

    private protected abstract Task<string> StartAsync();

    private protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task A_queue_is_created_once_and_again_only_with_the_same_metadata()
    {
        var queue = Service.GetQueueClient($"{_prefix}-create");
        Assert.False((await queue.ExistsAsync(Cancel)).Value);
        Assert.Equal(201, (await queue.CreateAsync(Meta("Owner", "ann"), Cancel)).Status);
        Assert.Equal(204, (await queue.CreateAsync(Meta("owner", "ann"), Cancel)).Status);
        await FailsAsync(409, "QueueAlreadyExists", () => queue.CreateAsync(Meta("owner", "bob"), Cancel));
        await FailsAsync(409, "QueueAlreadyExists", () => queue.CreateAsync(cancellationToken: Cancel));
        Assert.Null(await queue.CreateIfNotExistsAsync(cancellationToken: Cancel));
        Assert.True((await queue.ExistsAsync(Cancel)).Value);
    }

    [Fact]
    public async Task A_deleted_queue_and_its_messages_are_gone()
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync("x", Cancel);
        Assert.Equal(204, (await queue.DeleteAsync(Cancel)).Status);
        await FailsAsync(404, "QueueNotFound", () => queue.DeleteAsync(Cancel));
        Assert.False((await queue.DeleteIfExistsAsync(Cancel)).Value);
        await queue.CreateAsync(cancellationToken: Cancel);
        Assert.Empty((await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value);
    }

    [Fact]
    public async Task What_needs_a_queue_says_when_there_is_none()
    {
        var queue = Service.GetQueueClient($"{_prefix}-none");
        await FailsAsync(404, "QueueNotFound", () => queue.SendMessageAsync("x", Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.ReceiveMessagesAsync(cancellationToken: Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.PeekMessagesAsync(cancellationToken: Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.ClearMessagesAsync(Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.UpdateMessageAsync("id", "receipt", "x", cancellationToken: Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.DeleteMessageAsync("id", "receipt", Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.SetMetadataAsync(Meta("a", "b"), Cancel));
        await FailsAsync(404, "QueueNotFound", () => queue.GetPropertiesAsync(Cancel));
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("a-very-long-name-of-a-queue-that-has-sixty-four-letters-in-it-00", "OutOfRangeInput")]
    [InlineData("UPPER", "InvalidResourceName")]
    [InlineData("two--hyphens", "InvalidResourceName")]
    [InlineData("-begins", "InvalidResourceName")]
    [InlineData("ends-", "InvalidResourceName")]
    [InlineData("under_score", "InvalidResourceName")]
    public async Task A_name_that_no_queue_can_have_is_refused(string name, string code) =>
        await FailsAsync(400, code, () => Service.GetQueueClient(name).CreateAsync(cancellationToken: Cancel));

    [Fact]
    public async Task Metadata_can_be_read_and_replaced()
    {
        var queue = Service.GetQueueClient($"{_prefix}-meta");
        await queue.CreateAsync(new Dictionary<string, string> { ["a_b"] = "1", ["a1b"] = "two words", ["AB"] = "3" }, Cancel);
        var before = (await queue.GetPropertiesAsync(Cancel)).Value.Metadata;
        Assert.Equal([("a1b", "two words"), ("a_b", "1"), ("ab", "3")], Lower(before));
        await queue.SetMetadataAsync(Meta("c", "4"), Cancel);
        Assert.Equal([("c", "4")], Lower((await queue.GetPropertiesAsync(Cancel)).Value.Metadata));
    }

    [Fact]
    public async Task Queues_are_listed_by_name()
    {
        foreach (var name in new[] { "b", "a", "c", "d", "e" })
        {
            await Service.GetQueueClient($"{_prefix}-list-{name}").CreateAsync(Meta("letter", name), Cancel);
        }

        var queues = await ListAsync(QueueTraits.Metadata, $"{_prefix}-list-", pageSize: 2);
        Assert.Equal(["a", "b", "c", "d", "e"], queues.Select(queue => queue.Name[^1..]));
        Assert.Equal(["a", "b", "c", "d", "e"], queues.Select(queue => queue.Metadata["letter"]));
        Assert.All(await ListAsync(QueueTraits.None, $"{_prefix}-list-"), queue => Assert.True(queue.Metadata is null or { Count: 0 }));
        Assert.Empty(await ListAsync(QueueTraits.None, $"{_prefix}-nothing"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("  spaces around  ")]
    [InlineData("<tag attribute=\"a & b\">'quoted'</tag> ]]>")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("ÄÖÜ 漢字 🎉")]
    [InlineData("""{ "json": [1, 2, 3] }""")]
    public async Task A_text_comes_back_as_it_was_sent(string text)
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync(text, Cancel);
        Assert.Equal(text, (await queue.PeekMessageAsync(Cancel)).Value.Body.ToString());
        Assert.Equal(text, (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToString());
    }

    [Fact]
    public async Task Bytes_come_back_as_they_were_sent_in_base64()
    {
        var bytes = new byte[] { 0, 255, 10, 13 };
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var queue = new QueueClient(await StartAsync(), (await CreateAsync()).Name, options);
        await queue.SendMessageAsync(new BinaryData(bytes), cancellationToken: Cancel);
        Assert.Equal(bytes, (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToArray());
    }

    [Fact]
    public async Task A_text_of_64_KiB_is_taken_and_a_longer_one_is_refused()
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync(new string('x', 65536), Cancel);
        await FailsAsync(413, "RequestBodyTooLarge", () => queue.SendMessageAsync(new string('x', 65537), Cancel));
        await FailsAsync(413, "RequestBodyTooLarge", () => queue.SendMessageAsync(new string('ü', 32769), Cancel));
        var message = (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        Assert.Equal(65536, message.MessageText.Length);
        await FailsAsync(413, "RequestBodyTooLarge", () =>
            queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, new string('x', 65537), cancellationToken: Cancel));
    }

    [Fact]
    public async Task Sending_tells_who_the_message_is_and_how_long_it_lives()
    {
        var queue = await CreateAsync();
        var usual = (await queue.SendMessageAsync("x", Cancel)).Value;
        Assert.Equal(TimeSpan.FromDays(7), usual.ExpirationTime - usual.InsertionTime);
        Assert.Equal(usual.InsertionTime, usual.TimeNextVisible);
        var later = (await queue.SendMessageAsync("x", TimeSpan.FromSeconds(60), TimeSpan.FromHours(2), Cancel)).Value;
        Assert.Equal(TimeSpan.FromHours(2), later.ExpirationTime - later.InsertionTime);
        Assert.Equal(TimeSpan.FromSeconds(60), later.TimeNextVisible - later.InsertionTime);
        var always = (await queue.SendMessageAsync("x", default, TimeSpan.FromSeconds(-1), Cancel)).Value;
        Assert.Equal(9999, always.ExpirationTime.Year);
        Assert.NotEqual(usual.MessageId, later.MessageId);
        Assert.Equal(3, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCountLong);
        await queue.DeleteMessageAsync(usual.MessageId, usual.PopReceipt, Cancel);
        Assert.Equal(2, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Messages_are_received_in_order_and_hidden_meanwhile()
    {
        var queue = await CreateAsync();
        foreach (var text in new[] { "one", "two", "three" })
        {
            await queue.SendMessageAsync(text, Cancel);
        }

        var first = (await queue.ReceiveMessagesAsync(2, Hidden, Cancel)).Value;
        Assert.Equal(["one", "two"], first.Select(message => message.MessageText));
        Assert.All(first, message => Assert.Equal(1, message.DequeueCount));
        var rest = Assert.Single((await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value);
        Assert.Equal("three", rest.MessageText);
        Assert.InRange(rest.NextVisibleOn!.Value - rest.InsertedOn!.Value, TimeSpan.FromSeconds(29), TimeSpan.FromMinutes(2));
        Assert.Null((await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value);
        Assert.Equal(3, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
        await PassAsync(Hidden + TimeSpan.FromSeconds(0.2));
        var again = (await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value;
        Assert.Equal(["one", "two"], again.Select(message => message.MessageText));
        Assert.All(again, message => Assert.Equal(2, message.DequeueCount));
    }

    [Fact]
    public async Task Peeking_changes_nothing()
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync("one", Cancel);
        await queue.SendMessageAsync("two", Cancel);
        await queue.SendMessageAsync("hidden", TimeSpan.FromMinutes(1), cancellationToken: Cancel);
        Assert.Equal(["one", "two"], (await queue.PeekMessagesAsync(32, Cancel)).Value.Select(message => message.MessageText));
        Assert.Equal("one", (await queue.PeekMessageAsync(Cancel)).Value.MessageText);
        Assert.Equal(0, (await queue.PeekMessageAsync(Cancel)).Value.DequeueCount);
        Assert.Equal(1, (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value.DequeueCount);
    }

    [Fact]
    public async Task A_delayed_message_shows_when_it_is_due()
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync("later", Hidden, cancellationToken: Cancel);
        await queue.SendMessageAsync("now", Cancel);
        Assert.Equal("now", Assert.Single((await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value).MessageText);
        await PassAsync(Hidden + TimeSpan.FromSeconds(0.2));
        Assert.Equal("later", Assert.Single((await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value).MessageText);
    }

    [Fact]
    public async Task A_message_that_has_expired_is_gone()
    {
        var queue = await CreateAsync();
        var sent = (await queue.SendMessageAsync("short", default, TimeSpan.FromSeconds(1), Cancel)).Value;
        await queue.SendMessageAsync("long", default, TimeSpan.FromSeconds(-1), Cancel);
        await PassAsync(TimeSpan.FromSeconds(1.2));
        await FailsAsync(404, "MessageNotFound", () => queue.DeleteMessageAsync(sent.MessageId, sent.PopReceipt, Cancel));
        Assert.Equal("long", Assert.Single((await queue.PeekMessagesAsync(32, Cancel)).Value).MessageText);
        Assert.Equal("long", Assert.Single((await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value).MessageText);
        Assert.Equal(1, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task An_update_replaces_the_receipt_the_time_and_the_text_if_there_is_one()
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync("before", Cancel);
        var received = (await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Cancel)).Value;
        var (id, two) = (received.MessageId, TimeSpan.FromMinutes(2));
        var kept = (await queue.UpdateMessageAsync(id, received.PopReceipt, visibilityTimeout: two, cancellationToken: Cancel)).Value;
        Assert.NotEqual(received.PopReceipt, kept.PopReceipt);
        Assert.InRange(kept.NextVisibleOn - received.NextVisibleOn!.Value, TimeSpan.FromSeconds(58), TimeSpan.FromSeconds(120));
        await FailsAsync(400, "PopReceiptMismatch", () => queue.DeleteMessageAsync(id, received.PopReceipt, Cancel));
        await queue.UpdateMessageAsync(id, kept.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Cancel);
        var again = (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        Assert.Equal(("before", 2L), (again.MessageText, again.DequeueCount));
        await queue.UpdateMessageAsync(again.MessageId, again.PopReceipt, "after", TimeSpan.Zero, Cancel);
        Assert.Equal("after", (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value.MessageText);
    }

    [Fact]
    public async Task Only_the_last_holder_of_a_message_can_delete_it()
    {
        var queue = await CreateAsync();
        await queue.SendMessageAsync("x", Cancel);
        var slow = (await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1), Cancel)).Value;
        await PassAsync(TimeSpan.FromSeconds(1.2));
        var quick = (await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1), Cancel)).Value;
        await FailsAsync(400, "PopReceiptMismatch", () => queue.DeleteMessageAsync(slow.MessageId, slow.PopReceipt, Cancel));
        await FailsAsync(400, "PopReceiptMismatch", () =>
            queue.UpdateMessageAsync(slow.MessageId, slow.PopReceipt, "y", cancellationToken: Cancel));
        await PassAsync(TimeSpan.FromSeconds(1.2));
        Assert.Equal(204, (await queue.DeleteMessageAsync(quick.MessageId, quick.PopReceipt, Cancel)).Status);
        await FailsAsync(404, "MessageNotFound", () => queue.DeleteMessageAsync(quick.MessageId, quick.PopReceipt, Cancel));
        await FailsAsync(404, "MessageNotFound", () =>
            queue.UpdateMessageAsync(quick.MessageId, quick.PopReceipt, "y", cancellationToken: Cancel));
    }

    [Fact]
    public async Task Clearing_empties_one_queue_and_no_other()
    {
        var (queue, other) = (await CreateAsync(), await CreateAsync());
        await queue.SendMessageAsync("x", Cancel);
        await queue.SendMessageAsync("x", TimeSpan.FromMinutes(1), cancellationToken: Cancel);
        await other.SendMessageAsync("y", Cancel);
        Assert.Equal(204, (await queue.ClearMessagesAsync(Cancel)).Status);
        Assert.Equal(0, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
        Assert.Equal("y", (await other.ReceiveMessageAsync(cancellationToken: Cancel)).Value.MessageText);
    }

    [Fact]
    public async Task Numbers_out_of_range_are_refused_by_name()
    {
        var queue = await CreateAsync();
        var tooLong = TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1);
        await OutOfRangeAsync("numofmessages", () => queue.ReceiveMessagesAsync(33, cancellationToken: Cancel));
        await OutOfRangeAsync("numofmessages", () => queue.PeekMessagesAsync(33, Cancel));
        await OutOfRangeAsync("visibilitytimeout", () => queue.ReceiveMessagesAsync(1, tooLong, Cancel));
        await OutOfRangeAsync("visibilitytimeout", () => queue.SendMessageAsync("x", tooLong, cancellationToken: Cancel));
        await OutOfRangeAsync("visibilitytimeout", () => queue.UpdateMessageAsync("id", "r", "x", tooLong, Cancel));
        await FailsAsync(400, "InvalidQueryParameterValue", () => queue.SendMessageAsync("x", default, TimeSpan.Zero, Cancel));
        var same = TimeSpan.FromSeconds(5);
        await FailsAsync(400, "InvalidQueryParameterValue", () => queue.SendMessageAsync("x", same, same, Cancel));
    }

    [Fact]
    public async Task Whoever_has_another_key_is_refused()
    {
        var parts = (await StartAsync()).Split(';')
            .Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? "AccountKey=bm90IHRoZSBrZXk=" : part);
        var stranger = new QueueServiceClient(string.Join(';', parts), new QueueClientOptions { Retry = { MaxRetries = 0 } });
        await FailsAsync(403, "AuthenticationFailed", () => stranger.GetQueueClient("queue").CreateAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task Every_answer_names_its_request()
    {
        var queue = await CreateAsync();
        using var scope = HttpPipeline.CreateClientRequestIdScope("the-client-s-own-id");
        using var response = (await queue.GetPropertiesAsync(Cancel)).GetRawResponse();
        Assert.Equal("the-client-s-own-id", response.Headers.TryGetValue("x-ms-client-request-id", out var id) ? id : null);
        Assert.True(response.Headers.RequestId is { Length: > 0 });
        Assert.True(response.Headers.Contains("x-ms-version"));
        Assert.NotNull(response.Headers.Date);
    }

    [Fact]
    public async Task Microsofts_extension_runs_functions_and_sets_aside_what_fails_five_times()
    {
        var (work, poison) = (Service.GetQueueClient(_prefix), Service.GetQueueClient($"{_prefix}-poison"));
        await work.CreateAsync(cancellationToken: Cancel);
        await work.SendMessageAsync("Z29vZA==", Cancel);
        await work.SendMessageAsync("YmFk", Cancel);
        var runs = new ConcurrentQueue<string>();
        using var host = ExtensionHost.Build(await StartAsync(), _prefix, runs);
        await host.StartAsync(Cancel);
        await Eventually.TrueAsync(
            async () => await poison.ExistsAsync(Cancel) && (await poison.PeekMessageAsync(Cancel)).Value is not null, "it is set aside");
        await Eventually.TrueAsync(
            async () => (await work.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount is 0, "the queue is empty");
        await host.StopAsync(Cancel);
        Assert.Equal("YmFk", (await poison.ReceiveMessageAsync(cancellationToken: Cancel)).Value.MessageText);
        Assert.Equal(["bad 1", "bad 2", "bad 3", "bad 4", "bad 5", "good 1"], runs.Order());
    }

    private protected async Task<List<QueueItem>> ListAsync(QueueTraits traits, string prefix, int? pageSize = null)
    {
        var queues = new List<QueueItem>();
        await foreach (var page in Service.GetQueuesAsync(traits, prefix, Cancel).AsPages(pageSizeHint: pageSize))
        {
            Assert.InRange(page.Values.Count, 0, pageSize ?? int.MaxValue);
            queues.AddRange(page.Values);
        }

        return queues;
    }

    private protected async Task<QueueClient> CreateAsync()
    {
        var queue = Service.GetQueueClient($"{_prefix}-{Guid.NewGuid():N}");
        await queue.CreateAsync(cancellationToken: Cancel);
        return queue;
    }

    private protected static async Task<RequestFailedException> FailsAsync(int status, string code, Func<Task> act)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(act);
        Assert.Equal((status, code), (error.Status, error.ErrorCode));
        return error;
    }

    private protected static async Task OutOfRangeAsync(string parameter, Func<Task> act)
    {
        var error = await FailsAsync(400, "OutOfRangeQueryParameterValue", act);
        Assert.Contains(parameter, error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Meta(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static IEnumerable<(string Name, string Value)> Lower(IDictionary<string, string> metadata) =>
        metadata.Select(pair => (pair.Key.ToLowerInvariant(), pair.Value)).OrderBy(pair => pair.Item1, StringComparer.Ordinal);
}
