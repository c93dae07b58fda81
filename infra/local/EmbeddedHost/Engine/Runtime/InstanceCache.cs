namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>The waiting orchestrations that stay in memory; the one not needed for the longest time goes first.</summary>
internal sealed class InstanceCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<LiveInstance>> _nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<LiveInstance> _byUse = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _nodes.Count;
            }
        }
    }

    /// <summary>Takes an instance out; null if it is not here.</summary>
    public LiveInstance? Take(string id)
    {
        lock (_gate)
        {
            if (!_nodes.Remove(id, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            return node.Value;
        }
    }

    public void Put(LiveInstance instance)
    {
        lock (_gate)
        {
            if (_nodes.Remove(instance.Row.Id, out var old))
            {
                _byUse.Remove(old);
            }

            _nodes.Add(instance.Row.Id, _byUse.AddLast(instance));
            while (_nodes.Count > capacity)
            {
                _nodes.Remove(_byUse.First!.Value.Row.Id);
                _byUse.RemoveFirst();
            }
        }
    }
}
