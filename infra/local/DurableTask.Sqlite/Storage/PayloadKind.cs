namespace DurableSqlite.Storage;

/// <summary>Which payload of an instance; the numbers are in the file.</summary>
internal enum PayloadKind
{
    Input = 0,
    Output = 1,
}
