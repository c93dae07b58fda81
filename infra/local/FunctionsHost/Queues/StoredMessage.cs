using System.Xml.Linq;
using Microsoft.Data.Sqlite;

namespace LocalFunctionsHost.Queues;

/// <summary>A message of a queue; its text is as the client encoded it.</summary>
internal sealed record StoredMessage(
    string Id, string Text, DateTimeOffset InsertedOn, DateTimeOffset ExpiresOn, DateTimeOffset VisibleOn, long DequeueCount,
    string PopReceipt)
{
    public const string Columns = "Id, Body, Inserted, Expires, Visible, DequeueCount, PopReceipt";

    public static StoredMessage Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), Moment(row, 2), Moment(row, 3), Moment(row, 4), row.GetInt64(5), row.GetString(6));

    /// <summary>As answers show it: with the receipt to whoever holds it, with the text to whoever reads it.</summary>
    public XElement ToXml(bool isHeld, bool isRead) => new(
        "QueueMessage",
        new XElement("MessageId", Id),
        new XElement("InsertionTime", Time(InsertedOn)),
        new XElement("ExpirationTime", Time(ExpiresOn)),
        isHeld ? new XElement[] { new("PopReceipt", PopReceipt), new("TimeNextVisible", Time(VisibleOn)) } : null,
        isRead ? new XElement[] { new("DequeueCount", DequeueCount), new("MessageText", Text) } : null);

    public static string Time(DateTimeOffset moment) => moment.ToString("R", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
