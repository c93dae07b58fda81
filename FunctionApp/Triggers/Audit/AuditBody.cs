using System.Text.Json;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Reads what to audit from a request's body.</summary>
internal static class AuditBody
{
    private const int MaxDepartments = 50;
    private const int MaxNameLength = 200;
    private const string Field = "departments";

    /// <summary>Reads the body.</summary>
    /// <param name="body">A JSON object; an empty one means the departments of the settings.</param>
    /// <returns>What to audit, or what is wrong, field by field.</returns>
    public static ParseResult<AuditRequest> Read(JsonElement body)
    {
        var given = body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).ToList();
        var unknown = given.Where(field => field.Name is not Field).Select(field => (field.Name, $"'{field.Name}' is not a field of this request; it has only {Field}.")).ToArray();
        if (unknown.Length > 0)
        {
            return ApiProblem.InvalidRequest(unknown);
        }

        if (given is not [var only])
        {
            return new AuditRequest();
        }

        return only.Value.ValueKind == JsonValueKind.Array
            && only.Value.GetArrayLength() is > 0 and <= MaxDepartments
            && only.Value.EnumerateArray().All(IsName)
                ? new AuditRequest { Departments = [.. only.Value.EnumerateArray().Select(name => name.GetString()!.Trim())] }
                : ApiProblem.InvalidRequest((Field, $"{Field} must be a list of 1 to {MaxDepartments} names of departments, such as [\"Technical Support\"]."));
    }

    private static bool IsName(JsonElement name) =>
        name.ValueKind == JsonValueKind.String && name.GetString()!.Trim() is { Length: > 0 and <= MaxNameLength } text && !text.Any(char.IsControl);
}
