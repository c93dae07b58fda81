using System.Text.Json;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>Stores a flow's report as the result of a call.</summary>
/// <param name="pages">Cuts what is too large.</param>
public sealed class StoreReportActivity(ResultPager pages)
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "store_agent_report";

    /// <summary>Stores it: a line for each field that is set, or for each entry of one that is a list.</summary>
    /// <param name="input">The report.</param>
    /// <param name="client">Where results are kept.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    /// <returns>What is shown of it.</returns>
    [Function(Name)]
    public async Task<AgentResult> RunAsync(
        [ActivityTrigger] StoreReportInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(client);
        var problems = new List<ReportProblem>();
        var result = new StoredResult
        {
            Handle = input.Handle,
            Tool = input.Tool,
            Kind = AgentResultKind.Report,
            Note = input.Note,
            Lines = ResultLines.Bound($"The report of {input.Tool}", pages.Lines.OfObjects(input.Handle, Parts(input.Report)), problems),
            Problems = problems,
        };
        await ResultStore.SaveAsync(client, input.StoredAt, result, cancellationToken);
        return pages.Take(input.StoredAt, result, from: 1, input.Tokens);
    }

    private static IEnumerable<Dictionary<string, JsonElement>> Parts(JsonElement report) =>
        report.ValueKind != JsonValueKind.Object
            ? [new(StringComparer.Ordinal) { ["report"] = report }]
            : report.EnumerateObject()
                .Where(field => field.Value.ValueKind != JsonValueKind.Null && field.Name is not "usage")
                .SelectMany(field => field.Value.ValueKind == JsonValueKind.Array
                    ? field.Value.EnumerateArray().Select(entry => Part(field.Name, entry))
                    : [Part(field.Name, field.Value)]);

    private static Dictionary<string, JsonElement> Part(string name, JsonElement value) => new(StringComparer.Ordinal) { [name] = value };
}
