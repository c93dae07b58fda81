using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Faults;

/// <summary>What a caller gets when a fault strikes.</summary>
internal static class FaultyAnswer
{
    /// <summary>Bends the call's own answer, or makes one if the call was not carried out.</summary>
    public static ApiAnswer Make(Fault fault, ApiAnswer? answer)
    {
        var bent = fault switch
        {
            { Body: { } body } => new ApiAnswer(fault.Status ?? StatusCodes.Status200OK, body.GetRawText()),
            { Status: >= 400 and var status, Remote: true } => TrutoErrors.Remote(status, "api_error_injected", "Injected by the sandbox"),
            { Status: >= 400 and var status } => TrutoErrors.Own(status, "Injected by the sandbox"),
            { Status: { } status } => new ApiAnswer(status, answer?.Body ?? "{}"),
            _ => answer ?? new ApiAnswer(StatusCodes.Status200OK, "{}"),
        };
        return bent with
        {
            Body = fault.BrokenJson ? bent.Body[..(bent.Body.Length / 2)] : bent.Body,
            Drop = fault.DropConnection,
            WithoutQuota = fault.MissingQuotaHeaders,
            Headers =
            [
                .. bent.Headers,
                .. (fault.Headers ?? new Dictionary<string, string?>(StringComparer.Ordinal)).Select(header => (header.Key, header.Value)),
            ],
        };
    }
}
