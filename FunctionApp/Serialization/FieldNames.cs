namespace FuseDeskFlows.Serialization;

/// <summary>Makes <c>contact_id</c>, <c>contactId</c> and <c>contactid</c> one name, since FuseDesk and Truto write all of them.</summary>
internal static class FieldNames
{
    /// <summary>Strips a name of its case, underscores, hyphens and spaces.</summary>
    public static string Normalise(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
