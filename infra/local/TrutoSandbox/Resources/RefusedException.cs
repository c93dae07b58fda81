using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>FuseDesk refuses a call: carries the answer out of wherever the reason was found.</summary>
internal sealed class RefusedException(ApiAnswer answer) : Exception(answer.Body)
{
    /// <summary>What the caller gets.</summary>
    public ApiAnswer Answer { get; } = answer;
}
