using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Reports.Pages.Asking;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace FuseDeskFlows.Triggers.Pages.Asking;

/// <summary>A flow that can be started by a form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Name">The flow's name.</param>
/// <param name="IdPrefix">What ids of its runs begin with.</param>
/// <param name="ToBody">Makes of the fields the body that the flow's own POST takes.</param>
/// <param name="Parse">Parses that body into the flow's input, as that POST does.</param>
internal sealed record AskFlow(
    AskForm Form, string Name, string IdPrefix, Func<IFormCollection, JsonObject> ToBody, Func<JsonElement, ParseResult<object>> Parse)
{
    /// <summary>The form's field for whoever or whatever is meant, which becomes one of several fields of the body.</summary>
    public const string SubjectField = "who";

    private static readonly string[] Subjects = ["email", "search", "contactId", "caseId"];

    /// <summary>What is wrong, with the fields named as the form names them.</summary>
    public string? Describe(ProblemDetails problem) => Form.Fields
        .SelectMany(field => field.Name is SubjectField ? Subjects.Select(name => (name, field.Label)) : [(field.Name, field.Label)])
        .Where(field => problem.Detail?.StartsWith(field.Item1 + " ", StringComparison.Ordinal) is true)
        .Select(field => field.Label + problem.Detail![field.Item1.Length..])
        .FirstOrDefault(problem.Detail);

    /// <summary>The form as it was sent, so that nothing has to be written again.</summary>
    public AskForm Filled(IEnumerable<KeyValuePair<string, StringValues>> sent, string? fault) => Form with
    {
        Fields = [.. Form.Fields.Select(field => field with { Value = ValueOf(field.Name, sent) })],
        Fault = fault,
    };

    private static string ValueOf(string field, IEnumerable<KeyValuePair<string, StringValues>> sent) =>
        sent.FirstOrDefault(given => string.Equals(given.Key, field, StringComparison.Ordinal)).Value.ToString();
}
