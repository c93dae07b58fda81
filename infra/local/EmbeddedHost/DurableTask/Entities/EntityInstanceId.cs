using System.Text.Json.Serialization;

namespace Microsoft.DurableTask.Entities;

/// <summary>Names one entity: the entity function and a key.</summary>
[JsonConverter(typeof(EntityInstanceIdConverter))]
public readonly record struct EntityInstanceId
{
    /// <summary>Makes an id.</summary>
    /// <param name="name">The entity function's name, without <c>@</c>; it is kept in lower case.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The name is empty or has an <c>@</c>.</exception>
    public EntityInstanceId(string name, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(key);
        if (name.Contains('@', StringComparison.Ordinal))
        {
            throw new ArgumentException("An entity's name must not contain '@'.", nameof(name));
        }

        Name = name.ToLowerInvariant();
        Key = key;
    }

    /// <summary>The entity function's name, in lower case.</summary>
    public string Name { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>Reads an id written as <c>@name@key</c>.</summary>
    /// <param name="instanceId">The text.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">The text is not an entity's id.</exception>
    public static EntityInstanceId FromString(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var second = instanceId[0] == '@' ? instanceId.IndexOf('@', 1) : -1;
        if (second <= 1)
        {
            throw new ArgumentException($"'{instanceId}' is not an entity's id; one looks like @name@key.", nameof(instanceId));
        }

        return new(instanceId[1..second], instanceId[(second + 1)..]);
    }

    /// <summary>Writes the id as <c>@name@key</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"@{Name}@{Key}";
}
