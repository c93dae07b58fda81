using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>
/// Counts the commits of a database that another process writes, in its write-ahead log: the last page of each commit says how large the
/// database is then, every other says 0. A reader that stays in its transaction keeps the log from being begun anew.
/// </summary>
internal sealed class CommitLog : IDisposable
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;
    private const int PageSizeOffset = 8;
    private const int SaltOffset = 16;
    private const int SizeAfterCommitOffset = 4;
    private const int FrameSaltOffset = 8;

    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _reading;
    private readonly (ulong Salt, int Commits) _before;

    private CommitLog(string file, SqliteConnection connection, SqliteTransaction reading)
    {
        _file = file;
        _connection = connection;
        _reading = reading;
        _before = Read();
    }

    /// <summary>Begins to count.</summary>
    /// <param name="database">The database's file.</param>
    /// <returns>The counter.</returns>
    public static CommitLog Watch(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=false;Mode=ReadOnly");
        connection.Open();
        var reading = connection.BeginTransaction(deferred: true);
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT count(*) FROM sqlite_master";
        read.Transaction = reading;
        read.ExecuteScalar();
        return new($"{database}-wal", connection, reading);
    }

    /// <summary>The commits since then.</summary>
    /// <returns>How many.</returns>
    public int Count()
    {
        var (salt, commits) = Read();
        // A log that was wholly in the database when the count began may have been begun anew once, before the first commit.
        return salt == _before.Salt ? commits - _before.Commits : commits;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _reading.Dispose();
        _connection.Dispose();
    }

    private (ulong Salt, int Commits) Read()
    {
        using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var log = new byte[stream.Length];
        stream.ReadExactly(log);
        if (log.Length < HeaderLength)
        {
            return (0, 0);
        }

        var frameLength = FrameHeaderLength + (int)BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(PageSizeOffset));
        var salt = BinaryPrimitives.ReadUInt64BigEndian(log.AsSpan(SaltOffset));
        var commits = 0;
        for (var frame = HeaderLength; frame + frameLength <= log.Length && SaltOf(frame) == salt; frame += frameLength)
        {
            commits += BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(frame + SizeAfterCommitOffset)) == 0 ? 0 : 1;
        }

        return (salt, commits);

        ulong SaltOf(int frame) => BinaryPrimitives.ReadUInt64BigEndian(log.AsSpan(frame + FrameSaltOffset));
    }
}
