using System.Reflection;

namespace DurableSqlite.Storage;

/// <summary>The tables, in versions: each script takes a file from the version before to its own, in one transaction.</summary>
/// <param name="scripts">From the first version on.</param>
internal sealed class Schema(IReadOnlyList<string> scripts)
{
    private const long ApplicationId = 0x44545351; // marks a file as ours ("DTSQ"), as SQLite's application id

    public static Schema Current { get; } = new(ReadScripts());
    public IReadOnlyList<string> Scripts => scripts;

    /// <summary>Creates the tables or brings them to this version, and makes the connection the writer.</summary>
    /// <returns>The version that the file had: 0 where it was empty.</returns>
    /// <exception cref="SqliteStorageException">The file is newer, or of something else. Nothing in it has been changed.</exception>
    public int Apply(Database database, string path)
    {
        var found = (int)database.Scalar<long>("PRAGMA user_version");
        var isOurs = database.Scalar<long>("PRAGMA application_id") == ApplicationId;
        if (!isOurs && database.Scalar<long>("SELECT count(*) FROM sqlite_master") > 0)
        {
            throw new SqliteStorageException(SqliteStorageFailure.Foreign,
                $"'{path}' is a database of something else, or of an earlier version, and has been left as it is. Move it away, or choose "
                + "another place.");
        }

        if (found > scripts.Count)
        {
            throw new SqliteStorageException(SqliteStorageFailure.Newer,
                $"'{path}' was written by a later version (schema {found}, this one knows {scripts.Count}), and has been left as it is.");
        }

        database.BecomeWriter();
        for (var version = found + 1; version <= scripts.Count; version++)
        {
            var marks = $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version}";
            database.Script($"BEGIN; {marks}; {scripts[version - 1]}; COMMIT;");
        }

        return found;
    }

    private static List<string> ReadScripts()
    {
        List<string> scripts = [];
        while (Assembly.GetExecutingAssembly().GetManifestResourceStream($"schema-{scripts.Count + 1}.sql") is { } stream)
        {
            using StreamReader reader = new(stream);
            scripts.Add(reader.ReadToEnd());
        }

        return scripts;
    }
}
