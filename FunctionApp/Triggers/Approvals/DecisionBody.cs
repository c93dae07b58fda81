using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>The body of a decision on a write.</summary>
internal static class DecisionBody
{
    private const string Decision = "decision";
    private const string Hash = "hash";
    private const string Arguments = "arguments";
    private const string Reason = "reason";
    private const int MaxName = 200;
    private const int MaxReason = 500;

    /// <summary>What a body may have.</summary>
    public static IReadOnlyList<string> Fields { get; } = [Decision, Hash, Approver.Field, Reason, Arguments];

    /// <summary>Parses it into a decision with an id of its own.</summary>
    public static ParseResult<ApprovalDecision> Parse(JsonElement body, HttpRequest request, IConfiguration platform)
    {
        var given = BodyFields.Given(body);
        var by = BodyText.Parse(given, Approver.Field, MaxName);
        var reason = BodyText.Parse(given, Reason, MaxReason, mayHaveLines: true);
        var decision = Text(given, Decision);
        var hash = Text(given, Hash)?.ToLowerInvariant();
        var arguments = given.FirstOrDefault(field => field.NameEquals(Arguments)).Value;
        var who = Approver.Find(request, platform, by.Value);
        var problem = BodyFields.FindUnknown(given, Fields) ?? by.Problem ?? reason.Problem;
        if (problem is not null)
        {
            return problem;
        }

        (string Field, string Fault)?[] faults =
        [
            decision is "approve" or "reject" ? null : (Decision, $"{Decision} must be approve or reject."),
            hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit) ? null
                : (Hash, $"{Hash} must be the hash of the proposal, as it stands there."),
            who is null ? (Approver.Field, $"{Approver.Field} must name the person who decides.") : null,
            arguments.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object ? null
                : (Arguments, $"{Arguments} must be a JSON object."),
            decision is "reject" && arguments.ValueKind != JsonValueKind.Undefined ? (Arguments, $"{Arguments} belong to an approval.")
                : null,
        ];
        return faults.OfType<(string, string)>().ToArray() is { Length: > 0 } wrong
            ? ApiProblem.InvalidRequest(wrong)
            : new ApprovalDecision
            {
                Id = Guid.NewGuid().ToString("N"),
                Approve = decision is "approve",
                Hash = hash!,
                By = who!.Name,
                IdentifiedBy = who.IdentifiedBy,
                Reason = reason.Value,
                Arguments = arguments.ValueKind == JsonValueKind.Object ? CanonicalJson.Write(arguments) : null,
            };
    }

    private static string? Text(IReadOnlyList<JsonProperty> given, string name) =>
        given.FirstOrDefault(field => field.NameEquals(name)).Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
