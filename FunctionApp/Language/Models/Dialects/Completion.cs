using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>A server's answer as OpenAI would write it.</summary>
/// <param name="Status">200, or the status that the error in it stands for.</param>
/// <param name="Body">The completion, or the error.</param>
internal sealed record Completion(int Status, JsonObject Body)
{
    /// <summary>The code of an answer that is none of a chat's.</summary>
    public const string NoProtocol = "no_chat_completion";

    /// <summary>The code of an answer without any choice.</summary>
    public const string NoChoices = "no_choices";

    /// <summary>The code of a stream that ended before the answer did.</summary>
    public const string CutOff = "stream_cut_off";

    public static Completion Failed(string code, int status = 502) => new(status, new() { ["error"] = new JsonObject { ["code"] = code } });
}
