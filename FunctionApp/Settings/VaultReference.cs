namespace FuseDeskFlows.Settings;

/// <summary>
/// A setting that refers to a secret in Key Vault. Azure puts the secret in its place; where it cannot, the app is given the reference
/// itself.
/// </summary>
internal static class VaultReference
{
    /// <summary>What is wrong with such a setting, to be said after its name.</summary>
    public const string Fault =
        "is a Key Vault reference that Azure did not resolve: the vault lacks the secret, or the app may not read it";

    /// <summary>Tells whether a setting is a reference that was not resolved: no secret, since anybody may know it.</summary>
    /// <param name="value">The setting.</param>
    /// <returns>True if it is.</returns>
    public static bool IsUnresolved(string value) => value.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal);
}
