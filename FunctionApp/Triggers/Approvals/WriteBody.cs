using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>The body of a write that a person proposes.</summary>
internal static class WriteBody
{
    private const string Tool = "tool";
    private const string Arguments = "arguments";
    private const string Approve = "approve";
    private const string Reason = "reason";
    private const int MaxName = 200;
    private const int MaxReason = 500;

    /// <summary>What a body may have.</summary>
    public static IReadOnlyList<string> Fields { get; } = [Tool, Arguments, Approve, Approver.Field, Reason];

    /// <summary>What an assistant may say of it: nothing by which it would be approved.</summary>
    public static IReadOnlyList<string> Proposed { get; } = [Tool, Arguments, Reason];

    public static ParseResult<ToolWriteRequest> Parse(JsonElement body, HttpRequest request, IConfiguration platform) =>
        Parse(body, Fields, stated => Approver.Find(request, platform, stated));

    /// <summary>Parses what an assistant proposes, which nobody approves in the same step.</summary>
    public static ParseResult<ToolWriteRequest> ParseProposal(JsonElement body) => Parse(body, Proposed, _ => null);

    private static ParseResult<ToolWriteRequest> Parse(JsonElement body, IReadOnlyList<string> fields, Func<string?, Approver?> find)
    {
        var given = BodyFields.Given(body);
        var tool = BodyText.Parse(given, Tool, MaxName);
        var by = BodyText.Parse(given, Approver.Field, MaxName);
        var reason = BodyText.Parse(given, Reason, MaxReason, mayHaveLines: true);
        var problem = BodyFields.FindUnknown(given, fields) ?? tool.Problem ?? by.Problem ?? reason.Problem;
        if (problem is not null)
        {
            return problem;
        }

        var arguments = given.FirstOrDefault(field => field.NameEquals(Arguments)).Value;
        var approve = given.FirstOrDefault(field => field.NameEquals(Approve)).Value;
        var who = find(by.Value);
        (string Field, string Fault)?[] faults =
        [
            tool.Value is null ? (Tool, $"{Tool} must name a tool of the account that writes, or resource/method such as cases/addnote.")
                : null,
            arguments.ValueKind == JsonValueKind.Object ? null : (Arguments, $"{Arguments} must be a JSON object."),
            approve.ValueKind is JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False ? null
                : (Approve, $"{Approve} must be true or false."),
            approve.ValueKind == JsonValueKind.True && who is null
                ? (Approver.Field, $"{Approver.Field} must name the person who approves.") : null,
        ];
        return faults.OfType<(string, string)>().ToArray() is { Length: > 0 } wrong
            ? ApiProblem.InvalidRequest(wrong)
            : new ToolWriteRequest
            {
                Tool = tool.Value!,
                Arguments = CanonicalJson.Write(arguments),
                Approve = approve.ValueKind == JsonValueKind.True,
                By = who?.Name,
                IdentifiedBy = who?.IdentifiedBy,
                Reason = reason.Value,
            };
    }
}
