using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>
/// FuseDesk's <c>orderby</c>: a comma list of field and direction. Without it, cases come by number, which is not by date.
/// </summary>
internal static class CaseOrder
{
    /// <summary>Sorts cases.</summary>
    public static IEnumerable<SupportCase> Apply(IEnumerable<SupportCase> cases, string? orderBy)
    {
        IOrderedEnumerable<SupportCase>? ordered = null;
        foreach (var part in (orderBy ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var key = KeyOf(words[0]);
            var descending = words.Length > 1 && string.Equals(words[1], "desc", StringComparison.OrdinalIgnoreCase);
            ordered = (ordered, descending) switch
            {
                (null, true) => cases.OrderByDescending(key),
                (null, false) => cases.OrderBy(key),
                (_, true) => ordered.ThenByDescending(key),
                _ => ordered.ThenBy(key),
            };
        }

        return ordered?.ThenBy(item => item.Id) ?? cases;
    }

    private static Func<SupportCase, DateTimeOffset> KeyOf(string field) => field switch
    {
        "date_opened" => item => item.Opened,
        "date_updated" => item => item.Updated,
        "date_closed" => item => item.Closed ?? DateTimeOffset.MinValue,
        "date_firstresponse" => item => item.FirstResponse ?? DateTimeOffset.MinValue,
        "date_lastresponse" => item => item.LastResponse ?? DateTimeOffset.MinValue,
        _ => throw new RefusedException(TrutoErrors.Other($"Cannot order by {field}")),
    };
}
