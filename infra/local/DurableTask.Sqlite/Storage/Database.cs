namespace DurableSqlite.Storage;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private const string ForWriting =
        "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
        + "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 16777216;";

    private const string ForReading = "PRAGMA query_only = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000;";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public Database(string path, bool writes)
    {
        var mode = writes ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = mode }.ToString());
        _connection.Open();
        Script(writes ? "PRAGMA busy_timeout = 5000" : ForReading);
    }

    /// <summary>Sets what belongs to the one writer. Before the first table is made, or the file never shrinks.</summary>
    public void BecomeWriter() => Script(ForWriting);

    public void Script(string sql)
    {
        using var command = CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement whose arguments are called @0, @1 and so on; returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null where there is no row.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteScalar() is T value ? value : default;

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        List<T> rows = [];
        using var reader = Prepare(sql, arguments).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose(); // and with it its statements

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands.Add(sql, command = CreateCommand(sql));
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (command.Parameters.Count == i)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
            }

            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand CreateCommand(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant or made of constants, or a script of the schema; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
