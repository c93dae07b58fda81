using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>One resource of FuseDesk. Callers hold the data's gate.</summary>
internal interface IResource
{
    /// <summary>Its name in <c>/proxy/{resource}</c>.</summary>
    string Name { get; }

    /// <summary>Whether its list has pages; the others come all at once, whatever the limit.</summary>
    bool Paged { get; }

    /// <summary>Part of the list.</summary>
    ResourcePage List(Arguments arguments, int offset, int limit);

    /// <summary>One object.</summary>
    ApiAnswer Get(string id);

    /// <summary>Create, update, delete or a custom method.</summary>
    ApiAnswer Invoke(string method, string? id, Arguments arguments);
}
