using System.Globalization;
using Azure.Storage.Queues.Models;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

internal sealed class QueueSamples(Recorder recorder)
{
    [Function("Enqueue")]
    public static Enqueued Enqueue([HttpTrigger("post", Route = "enqueue/{text}")] HttpRequest request, string text) =>
        new() { Response = new AcceptedResult(), Order = new Order(text, 2), Lines = [text + "-1", text + "-2"] };

    [Function("Orders")]
    [QueueOutput("order-lines")]
    public string[] Orders([QueueTrigger("%OrderQueue%")] Order order, string id, long dequeueCount)
    {
        recorder.Add(string.Create(CultureInfo.InvariantCulture, $"order {order.Name} {order.Amount} {id.Length > 0} {dequeueCount}"));
        return [order.Name + "-a", order.Name + "-b"];
    }

    [Function("Lines")]
    public void Lines([QueueTrigger("order-lines")] string line) => recorder.Add("line " + line);

    [Function("Bytes")]
    public void Bytes([QueueTrigger("bytes")] byte[] bytes) => recorder.Add("bytes " + Convert.ToHexString(bytes));

    [Function("Binary")]
    public void Binary([QueueTrigger("binary")] BinaryData data) => recorder.Add("binary " + data);

    [Function("Raw")]
    public void Raw([QueueTrigger("raw")] QueueMessage message) => recorder.Add("raw " + message.Body);

    [Function("Flaky")]
    public void Flaky([QueueTrigger("flaky")] string text, long dequeueCount)
    {
        recorder.Add(string.Create(CultureInfo.InvariantCulture, $"try {text} {dequeueCount}"));
        if (!(text is "twice" && dequeueCount > 2))
        {
            throw new InvalidOperationException("not yet");
        }
    }

    [Function("Poison")]
    public void Poison([QueueTrigger("flaky-poison")] string text) => recorder.Add("poison " + text);
}
