using System.Globalization;

namespace FuseDeskFlows.Settings;

/// <summary>What a setting that holds a secret must be. Its value is never quoted.</summary>
internal static class SecretSetting
{
    private const string Ends =
        "begins or ends with a blank, a line break or another invisible character, which came along when it was copied: remove it";

    /// <summary>Finds what is wrong with a secret, to be said after its name.</summary>
    /// <param name="value">The setting; empty where there is none.</param>
    /// <returns>The fault; null if there is none.</returns>
    public static string? FindFault(string value) =>
        VaultReference.IsUnresolved(value.Trim()) ? VaultReference.Fault
        : value.Length > 0 && (IsInvisible(value[0]) || IsInvisible(value[^1])) ? Ends
        : null;

    private static bool IsInvisible(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
