namespace FuseDeskFlows.Tests.EndToEnd.Telemetry;

/// <summary>A span as it arrived.</summary>
internal sealed record ReceivedSpan(
    string Trace, string Id, string Parent, string Name, ulong Kind, string Source, IReadOnlyDictionary<string, string> Tags, bool Failed)
{
    public const ulong Internal = 1, Server = 2, Client = 3, Producer = 4, Consumer = 5;
}
