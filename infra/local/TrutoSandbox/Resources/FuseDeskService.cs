using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>FuseDesk: its data and its resources.</summary>
internal sealed class FuseDeskService
{
    private readonly Dictionary<string, IResource> _resources;

    /// <summary>Makes the data of a seed.</summary>
    public FuseDeskService(int seed, DateTimeOffset today, TimeProvider time)
    {
        Data = new(seed, today);
        IResource[] all =
        [
            new CaseResource(Data, time), new ChatResource(Data, time), new ContactResource(Data), new RepResource(Data),
            new DepartmentResource(Data), new EmailResource(Data), new CaseTagResource(Data),
        ];
        _resources = all.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
    }

    public Helpdesk Data { get; }

    /// <summary>A resource by its exact name, or null.</summary>
    public IResource? Find(string name) => _resources.GetValueOrDefault(name);
}
