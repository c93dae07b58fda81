using System.Globalization;
using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>The operations on messages: https://learn.microsoft.com/rest/api/storageservices/operations-on-messages.</summary>
internal sealed class MessageOperations(MessageTable table)
{
    private const int MostTaken = 32;
    private const int UsualHiding = 30;

    public Task<StorageResponse> SendAsync(HttpRequest request, string queue) =>
        request.Number("visibilitytimeout", 0, 0, QueueParameters.SevenDays).AnswerAsync(delay =>
        request.Number("messagettl", QueueParameters.SevenDays, -1, int.MaxValue).AnswerAsync(async seconds =>
        {
            if (seconds is 0)
            {
                return StorageError.InvalidParameter("messagettl", "0", "Value must be at least 1, or -1 to indicate an infinite TTL.");
            }

            if (seconds > 0 && delay >= seconds && request.Query.ContainsKey("messagettl"))
            {
                return StorageError.InvalidParameter("visibilitytimeout", $"{delay}", "messagettl must be greater than visibilitytimeout.");
            }

            return await (await request.MessageTextAsync()).AnswerAsync(async text => text is null ? StorageError.InvalidXmlDocument
                : (await table.SendAsync(queue, text, Seconds(delay), seconds < 0 ? null : Seconds(seconds))).Answer(
                    sent => new(StatusCodes.Status201Created, List([sent], m => [.. Identity(m), .. Holding(m)]))));
        }));

    public Task<StorageResponse> ReceiveAsync(HttpRequest request, string queue) =>
        request.Number("numofmessages", 1, 1, MostTaken).AnswerAsync(max =>
        request.Number("visibilitytimeout", UsualHiding, 1, QueueParameters.SevenDays).AnswerAsync(async hide =>
            (await table.ReceiveAsync(queue, max, Seconds(hide))).Answer(messages =>
                new(StatusCodes.Status200OK, List(messages, m => [.. Identity(m), .. Holding(m), .. Content(m)])))));

    public StorageResponse Peek(HttpRequest request, string queue) =>
        request.Number("numofmessages", 1, 1, MostTaken).Answer(max =>
            table.Peek(queue, max).Answer(messages =>
                new(StatusCodes.Status200OK, List(messages, m => [.. Identity(m), .. Content(m)]))));

    public Task<StorageResponse> UpdateAsync(HttpRequest request, string queue, string id) => Receipt(request).AnswerAsync(receipt =>
        request.Number("visibilitytimeout", null, 0, QueueParameters.SevenDays).AnswerAsync(async hide =>
            await (await request.MessageTextAsync()).AnswerAsync(async text =>
                (await table.UpdateAsync(queue, id, receipt, Seconds(hide), text)).Answer(message => new(StatusCodes.Status204NoContent)
                {
                    Headers = [("x-ms-popreceipt", message.PopReceipt), ("x-ms-time-next-visible", Time(message.VisibleOn))],
                }))));

    public Task<StorageResponse> DeleteAsync(HttpRequest request, string queue, string id) => Receipt(request).AnswerAsync(async receipt =>
        (await table.DeleteAsync(queue, id, receipt)).Answer(_ => new(StatusCodes.Status204NoContent)));

    public async Task<StorageResponse> ClearAsync(string queue) =>
        (await table.ClearAsync(queue)).Answer(_ => new(StatusCodes.Status204NoContent));

    private static Outcome<string> Receipt(HttpRequest request) =>
        request.Query["popreceipt"].ToString() is { Length: > 0 } receipt ? receipt : StorageError.MissingParameter("popreceipt");

    private static XElement List(IEnumerable<StoredMessage> messages, Func<StoredMessage, XElement[]> fields) =>
        new("QueueMessagesList", messages.Select(message => new XElement("QueueMessage", fields(message))));

    private static XElement[] Identity(StoredMessage message) =>
    [
        new("MessageId", message.Id), new("InsertionTime", Time(message.InsertedOn)), new("ExpirationTime", Time(message.ExpiresOn)),
    ];

    private static XElement[] Holding(StoredMessage message) =>
        [new("PopReceipt", message.PopReceipt), new("TimeNextVisible", Time(message.VisibleOn))];

    private static XElement[] Content(StoredMessage message) =>
        [new("DequeueCount", message.DequeueCount), new("MessageText", message.Text)];

    private static string Time(DateTimeOffset moment) => moment.ToString("R", CultureInfo.InvariantCulture);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
