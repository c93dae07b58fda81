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

        if (only.Value.ValueKind != JsonValueKind.Array || only.Value.GetArrayLength() is 0 or > MaxDepartments)
        {
            return ApiProblem.InvalidRequest(
                (Field, $"{Field} must be a list of 1 to {MaxDepartments} names of departments, such as [\"Technical Support\"]."));
        }

        var fault = only.Value.EnumerateArray().Select(name => TextFault.Find(name, MaxNameLength)).OfType<string>().FirstOrDefault();
        return fault is null
            ? new AuditRequest { Departments = [.. only.Value.EnumerateArray().Select(name => name.GetString()!.Trim())] }
            : ApiProblem.InvalidRequest((Field, $"{Field}: Each name {fault}"));
    }
}
