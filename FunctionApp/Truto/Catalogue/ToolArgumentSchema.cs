namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>One query argument as the account's schema describes it.</summary>
/// <param name="Name">The name as it must be sent.</param>
/// <param name="IsNumber">True if only a number will do.</param>
/// <param name="IsUuid">True if the schema speaks of a uuid.</param>
internal sealed record ToolArgumentSchema(string Name, bool IsNumber, bool IsUuid)
{
    /// <summary>
    /// Tells whether a value belongs here. It keeps the two id worlds apart: an argument called <c>contact_id</c> may mean FuseDesk's
    /// uuid or the CRM's number, and only the schema's type or words tell which.
    /// </summary>
    /// <returns>False if the schema rules it out.</returns>
    public bool Accepts(string value)
    {
        var isNumber = value.Length > 0 && value.All(char.IsAsciiDigit);
        return isNumber ? !IsUuid : !IsNumber;
    }
}
