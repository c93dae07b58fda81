using System.Runtime.CompilerServices;
using DurableTask.Core.History;
using Newtonsoft.Json.Serialization;

namespace DurableSqlite.Messages;

/// <summary>Creates history events without a constructor: several have none that a serializer could call.</summary>
internal sealed class HistoryContractResolver : DefaultContractResolver
{
    protected override JsonObjectContract CreateObjectContract(Type objectType)
    {
        var contract = base.CreateObjectContract(objectType);
        if (typeof(HistoryEvent).IsAssignableFrom(objectType) && !objectType.IsAbstract)
        {
            contract.DefaultCreator = () => RuntimeHelpers.GetUninitializedObject(objectType);
            contract.DefaultCreatorNonPublic = false;
            contract.CreatorParameters.Clear();
            contract.OverrideCreator = null;
        }

        return contract;
    }
}
