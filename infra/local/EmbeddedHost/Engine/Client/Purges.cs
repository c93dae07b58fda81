using FuseDeskFlows.EmbeddedHost.Engine.Storage;

namespace FuseDeskFlows.EmbeddedHost.Engine.Client;

/// <summary>Forgets ended instances.</summary>
internal static class Purges
{
    /// <summary>Forgets an instance, and if told so the sub-orchestrations below it; gives how many are gone. What has not ended stays.</summary>
    public static int Purge(StoreTransaction store, string id, bool recursive)
    {
        if (store.Find(id) is not { IsEnded: true })
        {
            return 0;
        }

        var count = recursive ? store.Children(id).Sum(child => Purge(store, child, recursive)) : 0;
        return store.Forget(id) ? count + 1 : count;
    }
}
