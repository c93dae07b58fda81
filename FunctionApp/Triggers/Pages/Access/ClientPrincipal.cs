using System.Text.Json;

namespace FuseDeskFlows.Triggers.Pages.Access;

/// <summary>
/// Who has signed in, as App Service's authentication tells it in a header. It takes the header away from requests that bring their own;
/// where that authentication is off, nobody does, and the header says nothing.
/// </summary>
/// <param name="Name">The person's name, or the address that she signs in with.</param>
/// <param name="Groups">The object ids of her groups, as far as the token has them.</param>
internal sealed record ClientPrincipal(string Name, IReadOnlyList<string> Groups)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Provider = "aad";
    private const int MaxNameLength = 200;
    private static readonly string[] NameClaims =
        ["name", "preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"];
    private static readonly string[] GroupClaims = ["groups", "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups"];

    /// <summary>Reads the header; null if it does not name a person of Microsoft Entra.</summary>
    public static ClientPrincipal? Read(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        try
        {
            var root = JsonElement.Parse(Convert.FromBase64String(header));
            var claims = root.GetProperty("claims").EnumerateArray()
                .Select(claim => (Type: claim.GetProperty("typ").GetString() ?? "", Value: claim.GetProperty("val").GetString() ?? ""))
                .ToLookup(claim => claim.Type, claim => claim.Value, StringComparer.OrdinalIgnoreCase);
            var name = NameClaims.SelectMany(type => claims[type]).FirstOrDefault(value => value.Length > 0);
            return root.GetProperty("auth_typ").GetString() is Provider && name is not null
                ? new(name[..Math.Min(name.Length, MaxNameLength)], [.. GroupClaims.SelectMany(type => claims[type])])
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
