using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace DurableSqlite.Storage;

/// <summary>Says in a sentence what SQLite says in a number.</summary>
internal static class StorageErrors
{
    /// <summary>The storage's failure behind an exception; null where the statement itself was at fault.</summary>
    public static SqliteStorageException? Translate(Exception exception, string path) => exception switch
    {
        SqliteStorageException known => known,
        SqliteException sqlite => Translate(sqlite, path),
        IOException or UnauthorizedAccessException =>
            new(SqliteStorageFailure.NotWritable, $"'{path}' cannot be opened: {exception.Message}", exception),
        _ => null,
    };

    private static SqliteStorageException? Translate(SqliteException exception, string path)
    {
        (SqliteStorageFailure Failure, string Text)? said = exception.SqliteErrorCode switch
        {
            SQLITE_FULL => (SqliteStorageFailure.Full,
                $"There is no room left for '{path}'. Work goes on as soon as there is."),
            SQLITE_READONLY or SQLITE_PERM or SQLITE_CANTOPEN => (SqliteStorageFailure.NotWritable,
                $"'{path}' cannot be written: the file and its folder must be writable."),
            SQLITE_IOERR or SQLITE_NOMEM => (SqliteStorageFailure.Disk,
                $"'{path}' cannot be read or written: the disk answered with error {exception.SqliteExtendedErrorCode}."),
            SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL => (SqliteStorageFailure.InUse,
                $"'{path}' is locked by another process."),
            SQLITE_CORRUPT or SQLITE_NOTADB => (SqliteStorageFailure.Damaged,
                $"'{path}' is damaged, or no SQLite database. Move it away to start with an empty one, or put a copy back."),
            _ => null,
        };
        return said is { } known ? new SqliteStorageException(known.Failure, known.Text, exception) : null;
    }
}
