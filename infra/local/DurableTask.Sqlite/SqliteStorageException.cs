namespace DurableSqlite;

/// <summary>The file of a task hub cannot be read or written. The message is for whoever runs the host, and names the file.</summary>
public sealed class SqliteStorageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">What is wrong.</param>
    /// <param name="message">A sentence that names the file and says what helps.</param>
    /// <param name="innerException">What SQLite or the operating system said, if it said anything.</param>
    public SqliteStorageException(SqliteStorageFailure failure, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
    }

    /// <summary>What is wrong.</summary>
    public SqliteStorageFailure Failure { get; }

    /// <summary>Whether the same request can succeed later with nothing changed but the disk: a reason for 503, not for an end.</summary>
    public bool IsPassing =>
        Failure is SqliteStorageFailure.Full or SqliteStorageFailure.NotWritable or SqliteStorageFailure.Disk or SqliteStorageFailure.InUse;
}
