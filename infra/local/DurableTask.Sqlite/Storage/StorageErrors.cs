using static SQLitePCL.raw;

namespace DurableSqlite.Storage;

/// <summary>Says in a sentence what SQLite or the operating system says in a number.</summary>
internal static class StorageErrors
{
    /// <summary>EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION: another process holds the lock.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The storage's failure behind an exception; null where the statement itself was at fault.</summary>
    public static SqliteStorageException? Translate(Exception exception, string path)
    {
        (SqliteStorageFailure Failure, string Text)? said = exception switch
        {
            IOException when Held.Contains(exception.HResult) => (SqliteStorageFailure.InUse, $"'{path}' is in use by another host."),
            IOException or UnauthorizedAccessException =>
                (SqliteStorageFailure.NotWritable, $"'{path}' cannot be opened: {exception.Message}"),
            SqliteException sqlite => sqlite.SqliteErrorCode switch
            {
                SQLITE_FULL => (SqliteStorageFailure.Full,
                    $"There is no room left for '{path}'. Work goes on as soon as there is."),
                SQLITE_READONLY or SQLITE_PERM or SQLITE_CANTOPEN => (SqliteStorageFailure.NotWritable,
                    $"'{path}' cannot be written: the file and its folder must be writable."),
                SQLITE_IOERR or SQLITE_NOMEM => (SqliteStorageFailure.Disk,
                    $"'{path}' cannot be read or written: the disk answered with error {sqlite.SqliteExtendedErrorCode}."),
                SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL => (SqliteStorageFailure.InUse,
                    $"'{path}' is locked by another process."),
                SQLITE_CORRUPT or SQLITE_NOTADB => (SqliteStorageFailure.Damaged,
                    $"'{path}' is damaged, or no SQLite database. Move it away to start with an empty one, or put a copy back."),
                _ => null,
            },
            _ => null,
        };
        return exception as SqliteStorageException
            ?? (said is var (failure, text) ? new SqliteStorageException(failure, text, exception) : null);
    }
}
