namespace DurableSqlite;

/// <summary>Why the file of a task hub cannot be used.</summary>
public enum SqliteStorageFailure
{
    /// <summary>The disk, or what the file may grow to, is full. Work goes on as soon as there is room again.</summary>
    Full,
    /// <summary>The file or its folder may not be written to. Work goes on as soon as it may.</summary>
    NotWritable,
    /// <summary>The disk answered with an error. The write is tried again.</summary>
    Disk,
    /// <summary>Another process has the file. Only one host at a time can own it.</summary>
    InUse,
    /// <summary>The file is damaged, or no SQLite database. It does not mend itself.</summary>
    Damaged,
    /// <summary>The file is a SQLite database of something else. It is left untouched.</summary>
    Foreign,
    /// <summary>The file was written by a later version. It is left untouched.</summary>
    Newer,
}
