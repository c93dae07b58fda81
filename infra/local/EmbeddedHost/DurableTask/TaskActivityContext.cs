namespace Microsoft.DurableTask;

/// <summary>What an activity knows about its call.</summary>
public abstract class TaskActivityContext
{
    /// <summary>The activity's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of the orchestration that calls.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The activity's version; empty when it has none.</summary>
    public virtual string Version => string.Empty;
}
