using System.Text.Json;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Parses what to audit.</summary>
internal static class AuditBody
{
    private const int MaxDepartments = 50;
    private const int MaxNameLength = 200;
    private const string Field = "departments";

    /// <summary>Parses the body; an empty one means the departments of the settings.</summary>
    public static ParseResult<AuditRequest> Parse(JsonElement body)
    {
        var given = BodyFields.Given(body);
        if (BodyFields.FindUnknown(given, [Field]) is { } unknown)
        {
            return unknown;
        }

        if (given is not [var only])
        {
            return new AuditRequest();
        }

        return only.Value.ValueKind == JsonValueKind.Array
            && only.Value.GetArrayLength() is > 0 and <= MaxDepartments
            && only.Value.EnumerateArray().All(IsName)
                ? new AuditRequest { Departments = [.. only.Value.EnumerateArray().Select(name => name.GetString()!.Trim())] }
                : ApiProblem.InvalidRequest(
                    (Field, $"{Field} must be a list of 1 to {MaxDepartments} names of departments, such as [\"Technical Support\"]."));
    }

    private static bool IsName(JsonElement name) =>
        name.ValueKind == JsonValueKind.String
        && name.GetString()!.Trim() is { Length: > 0 and <= MaxNameLength } text
        && !text.Any(char.IsControl);
}
