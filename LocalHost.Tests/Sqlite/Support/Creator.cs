using DurableTask.Core;

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>Names what a test made.</summary>
public sealed class Creator<T> : ObjectCreator<T>
{
    private readonly Func<T> _create;

    public Creator(string name, Func<T> create)
    {
        Name = name;
        Version = "";
        _create = create;
    }

    public override T Create() => _create();
}
