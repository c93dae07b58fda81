using DurableSqlite.Storage;

namespace LocalFunctionsHost.Queues;

internal static class QueueSchema
{
    /// <summary>What this version reads and writes.</summary>
    public static readonly Schema Current = new([
        """
        CREATE TABLE Account (Key BLOB NOT NULL) STRICT;
        INSERT INTO Account VALUES (randomblob(64));
        CREATE TABLE Queue (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL UNIQUE, Metadata TEXT NOT NULL) STRICT;
        CREATE TABLE Message (
            Sequence INTEGER PRIMARY KEY,
            Queue INTEGER NOT NULL,
            Id TEXT NOT NULL UNIQUE,
            Body TEXT NOT NULL,
            Inserted INTEGER NOT NULL,
            Expires INTEGER NOT NULL,
            Visible INTEGER NOT NULL,
            DequeueCount INTEGER NOT NULL,
            PopReceipt TEXT NOT NULL,
            IsHeld INTEGER NOT NULL) STRICT;
        CREATE INDEX MessageByVisible ON Message (Queue, Visible, Sequence);
        CREATE INDEX MessageByExpiry ON Message (Expires);
        """,
    ]);
}
