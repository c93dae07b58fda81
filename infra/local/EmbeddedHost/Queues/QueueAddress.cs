using System.Text.RegularExpressions;
using FuseDeskFlows.EmbeddedHost.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>A queue and where it is.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="Connection">The setting that says where; the queue is kept locally while it is empty.</param>
internal sealed partial record QueueAddress(string Name, string Connection)
{
    /// <summary>The setting of the account that the host itself uses.</summary>
    public const string DefaultConnection = "AzureWebJobsStorage";

    /// <summary>The address that an attribute names.</summary>
    /// <exception cref="HostStartException">Azure would refuse the name.</exception>
    public static QueueAddress Of(string name, string? connection) => QueueName().IsMatch(name)
        ? new QueueAddress(name, string.IsNullOrEmpty(connection) ? DefaultConnection : connection)
        : throw new HostStartException($"'{name}' is not a queue name: 3 to 63 lower-case letters, digits and single hyphens are");

    /// <summary>Where messages go that were tried too often.</summary>
    public QueueAddress Poison => this with { Name = Name + "-poison" };

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QueueName();
}
