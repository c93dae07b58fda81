namespace DurableSqlite;

/// <summary>The file of a task hub cannot be read or written. The message is for whoever runs the host, and names the file.</summary>
public sealed class SqliteStorageException : Exception
{
    internal SqliteStorageException(SqliteStorageFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What is wrong.</summary>
    public SqliteStorageFailure Failure { get; }

    /// <summary>Whether the same request can succeed later with nothing changed but the disk: a reason for 503, not for an end.</summary>
    public bool IsPassing =>
        Failure is SqliteStorageFailure.Full or SqliteStorageFailure.NotWritable or SqliteStorageFailure.Disk or SqliteStorageFailure.InUse;
}
