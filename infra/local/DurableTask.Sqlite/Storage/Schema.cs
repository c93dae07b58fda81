using System.Globalization;
using System.Reflection;

namespace DurableSqlite.Storage;

/// <summary>The tables, in versions: each script takes a file from the version before to its own, in one transaction.</summary>
/// <param name="scripts">From the first version on.</param>
internal sealed class Schema(IReadOnlyList<string> scripts)
{
    /// <summary>Marks a file as ours ("DTSQ"), as SQLite's application id.</summary>
    private const long ApplicationId = 0x44545351;

    /// <summary>What this version of the provider reads and writes.</summary>
    public static Schema Current { get; } = new(ReadScripts());
    public int Version => scripts.Count;

    /// <summary>These scripts and one more.</summary>
    public Schema With(string script) => new([.. scripts, script]);

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
                $"'{path}' is a database of something else, and has been left as it is. Give the task hub a file of its own.");
        }

        if (found > Version)
        {
            throw new SqliteStorageException(SqliteStorageFailure.Newer,
                $"'{path}' was written by a later version (schema {found}, this one knows {Version}), and has been left as it is.");
        }

        database.BecomeWriter();
        for (var version = found + 1; version <= Version; version++)
        {
            database.Script(string.Create(CultureInfo.InvariantCulture,
                $"BEGIN; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version}; {scripts[version - 1]}; COMMIT;"));
        }

        return found;
    }

    /// <summary>Writes the page that the version is in, as it is.</summary>
    public static void Rewrite(Database database)
    {
        var version = database.Scalar<long>("PRAGMA user_version");
        database.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
    }

    private static string[] ReadScripts()
    {
        List<string> scripts = [];
        while (Assembly.GetExecutingAssembly().GetManifestResourceStream($"schema-{scripts.Count + 1}.sql") is { } stream)
        {
            using StreamReader reader = new(stream);
            scripts.Add(reader.ReadToEnd());
        }

        return [.. scripts];
    }
}
