using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Management;

internal sealed class CounterEntity : TaskEntity<int>
{
    public int Add(int amount) => State += amount;
}
