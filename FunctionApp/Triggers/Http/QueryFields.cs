using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>The parameters of an address by which a list is chosen.</summary>
internal static class QueryFields
{
    // A function's key may stand in the address.
    private static readonly string[] OfThePlatform = ["code", "clientId"];

    /// <summary>Finds what would be passed over: a list that is longer than was asked for looks like an answer.</summary>
    /// <returns>400, with each parameter that is not known or stands there twice; null if there is none.</returns>
    public static ProblemDetails? FindFault(IQueryCollection query, IReadOnlyList<string> known)
    {
        var faults = query.Select(field => (field.Key, Fault: FaultOf(field.Key, field.Value.Count, known)))
            .Where(field => field.Fault is not null)
            .Select(field => (field.Key, field.Fault!))
            .ToArray();
        return faults.Length == 0 ? null : ApiProblem.InvalidRequest(faults);
    }

    private static string? FaultOf(string name, int count, IReadOnlyList<string> known) =>
        OfThePlatform.Contains(name, StringComparer.OrdinalIgnoreCase) ? null
        : !known.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? $"'{name}' is not a parameter of this address; it has only {string.Join(", ", known)}."
        : count > 1 ? $"{name} may be given once."
        : null;
}
