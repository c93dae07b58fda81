using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>What all resources share. A page is made of the filtered list, so only the objects on it are written.</summary>
internal abstract class Resource<T>(string name, bool paged) : IResource
    where T : class
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public bool Paged { get; } = paged;

    /// <inheritdoc/>
    public ResourcePage List(Arguments arguments, int offset, int limit)
    {
        var all = Filter(arguments).ToList();
        return new([.. all.Skip(offset).Take(limit).Select(ListItem)], all.Count);
    }

    /// <inheritdoc/>
    public ApiAnswer Get(string id) => ApiAnswer.Ok(Detail(Find(id)));

    /// <inheritdoc/>
    public virtual ApiAnswer Invoke(string method, string? id, Arguments arguments) =>
        throw new RefusedException(TrutoErrors.Other("Unsupported method"));

    /// <summary>The object, or FuseDesk's 404.</summary>
    protected T Find(string? id) => (id is null ? null : Lookup(id)) ?? throw new RefusedException(TrutoErrors.NotFound(Name));

    /// <summary>The objects that the arguments ask for, in order.</summary>
    protected abstract IEnumerable<T> Filter(Arguments arguments);

    /// <summary>The object of an id, or null.</summary>
    protected abstract T? Lookup(string id);

    /// <summary>How it stands in a list.</summary>
    protected abstract JsonObject ListItem(T item);

    /// <summary>How it stands on its own.</summary>
    protected virtual JsonObject Detail(T item) => ListItem(item);
}
