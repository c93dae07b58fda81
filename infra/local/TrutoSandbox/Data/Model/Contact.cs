namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A customer.</summary>
/// <param name="Uuid">FuseDesk's id of her.</param>
/// <param name="CrmId">The CRM's id of her; some contacts are not in the CRM.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Email">Address.</param>
/// <param name="Company">Company, if known.</param>
/// <param name="Created">When she was added.</param>
internal sealed record Contact(
    string Uuid, int? CrmId, string FirstName, string LastName, string Email, string? Company, DateTimeOffset Created)
{
    /// <summary>Full name.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>Whether an id, of either world, is hers.</summary>
    public static bool Is(string id, string? uuid, int? crmId) =>
        string.Equals(id, uuid, StringComparison.OrdinalIgnoreCase)
        || (crmId is { } number
            && string.Equals(id, number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
