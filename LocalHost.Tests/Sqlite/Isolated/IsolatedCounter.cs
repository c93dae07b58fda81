using Microsoft.DurableTask.Entities;

namespace LocalHost.Tests.Sqlite.Isolated;

public sealed class IsolatedCounter : TaskEntity<int>
{
    public int Add(int value) => State += value;

    public int Get() => State;
}
