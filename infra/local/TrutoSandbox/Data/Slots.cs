using System.Globalization;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The particulars of one case: the same order, error and ticket through the whole conversation.</summary>
internal sealed class Slots(Random random)
{
    private static readonly string[] Errors =
    [
        "invalid_grant", "HTTP 502", "ERR_TOO_MANY_REDIRECTS", "E-4107 unexpected end of line", "handshake_failure", "constraint violation",
    ];

    private readonly string _order = "HB-" + random.Next(20000, 29999).ToString(CultureInfo.InvariantCulture);
    private readonly string _error = random.Pick(Errors);
    private readonly string _ticket = random.Next(2000, 2999).ToString(CultureInfo.InvariantCulture);
    private readonly string _count = random.Next(6, 48).ToString(CultureInfo.InvariantCulture);
    private readonly string _last4 = random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture);

    /// <summary>Fills <c>{order}</c>, <c>{error}</c>, <c>{ticket}</c>, <c>{count}</c> and <c>{last4}</c>.</summary>
    public string Fill(string text) => text
        .Replace("{order}", _order, StringComparison.Ordinal)
        .Replace("{error}", _error, StringComparison.Ordinal)
        .Replace("{ticket}", _ticket, StringComparison.Ordinal)
        .Replace("{count}", _count, StringComparison.Ordinal)
        .Replace("{last4}", _last4, StringComparison.Ordinal);
}
