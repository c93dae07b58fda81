using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>What a model wants to read on.</summary>
internal static class ReadMoreArguments
{
    private const int MaxLine = 1_000_000;

    /// <summary>Reads the handle and the first line, or what is wrong with them.</summary>
    public static (string? Handle, int From, string? Fault) Read(string arguments)
    {
        var read = ModelToolCall.Parse(id: "", name: "", arguments);
        if (read.Arguments is not { } given)
        {
            return (null, 1, read.ArgumentsFault);
        }

        var fields = new JsonFields(given);
        if (fields.Text("result", "handle") is not { } handle)
        {
            return (null, 1, "'result' must be the handle of a result, such as r3.");
        }

        return fields.Text("from") is null ? (handle, 1, null)
            : fields.Number("from") is { } from and >= 1 and <= MaxLine ? (handle, (int)from, null)
            : (handle, 1, "'from' must be the number of a line, from 1.");
    }
}
