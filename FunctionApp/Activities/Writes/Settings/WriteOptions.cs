namespace FuseDeskFlows.Activities.Writes.Settings;

/// <summary>How writes are approved: configuration section <c>Writes</c>.</summary>
public sealed class WriteOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Writes";

    /// <summary>How long a person has to decide on a proposed write; then it is rejected.</summary>
    public TimeSpan ApprovalDeadline { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long after a lost answer the write is looked for first, and after an answer for what is not seen at once; the second look comes
    /// after five times as long.
    /// </summary>
    public TimeSpan ReadBackDelay { get; set; } = TimeSpan.FromSeconds(2);
}
