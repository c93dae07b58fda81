using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Engine.Client;

/// <summary>What Durable Functions allows as an instance id, and when an existing one refuses a start.</summary>
internal static class InstanceIds
{
    private const int MaxLength = 100;

    /// <summary>The states of an instance that has not ended: by default these, and no others, refuse a start under the same id.</summary>
    public static IReadOnlySet<OrchestrationRuntimeStatus> NotEnded { get; } = new HashSet<OrchestrationRuntimeStatus>
    {
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
    };

    /// <summary>Gives the id back if it is allowed; null stays null.</summary>
    /// <exception cref="ArgumentException">The id is not allowed.</exception>
    public static string? Check(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        RefuseEntity(id);
        if (id.Length > MaxLength)
        {
            throw new ArgumentException($"An instance id has at most {MaxLength} characters; this one has {id.Length}.", nameof(id));
        }

        if (id.Any(c => c is '/' or '\\' or '?' or '#' || char.IsControl(c)))
        {
            throw new ArgumentException(@"An instance id must not contain /, \, ?, # or control characters.", nameof(id));
        }

        return id;
    }

    public static void RefuseEntity(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.StartsWith('@'))
        {
            throw new ArgumentException($"'{id}' is an entity's id; an orchestration's must not start with '@'.", nameof(id));
        }
    }

    /// <summary>The states that refuse a start, as given by the caller.</summary>
    /// <exception cref="ArgumentException">A name is not a state.</exception>
    public static IReadOnlySet<OrchestrationRuntimeStatus> Dedupe(IReadOnlyList<string>? names) => names is null ? NotEnded : names.Select(name =>
        Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"'{name}' is not an orchestration's state.", nameof(names))).ToHashSet();
}
