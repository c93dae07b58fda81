using LocalHost.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace LocalHost.Tests.Support;

/// <summary>
/// Begins with the collections that take minutes, so that none of them is waited for alone at the end; the others fill the room they leave.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // Part of a collection's name, which is its own or that of its class.
    private static readonly string[] Longest =
    [
        "CrashTests", "OracleTests", "HostProcesses", "SemanticsTests", "InvokeTests",
        "TwoHostsTests", "KillTests", "HttpFileTests", "CountedEvents", "TraceTests", "RecordingTests", "ExporterTests", "ConsoleTests",
    ];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))
            .ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    private static int Place(string collection)
    {
        var place = Array.FindIndex(Longest, name => collection.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
