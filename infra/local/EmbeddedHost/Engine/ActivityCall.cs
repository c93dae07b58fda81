using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>One call of an activity.</summary>
/// <param name="InstanceId">The orchestration that calls.</param>
/// <param name="TaskId">The call's number in it; the pair names the call, and stays the same when it is tried again after a crash.</param>
/// <param name="Name">The activity.</param>
/// <param name="SerializedInput">The input as text; null when there is none.</param>
/// <param name="Converter">Reads the input.</param>
internal sealed record ActivityCall(string InstanceId, int TaskId, string Name, string? SerializedInput, DataConverter Converter);
