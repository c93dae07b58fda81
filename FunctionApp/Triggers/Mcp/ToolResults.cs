using System.Text.Json;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Serialization;
using Microsoft.AspNetCore.Mvc;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Makes results of calls. A fault is a result, too: the assistant reads it and can do what it says.</summary>
internal static class ToolResults
{
    /// <summary>A record, structured and as text, with the resources that belong to it.</summary>
    public static CallToolResult Of<T>(T value, params IEnumerable<ContentBlock> resources)
    {
        var json = JsonSerializer.SerializeToElement(value, AppJson.Options);
        return new() { StructuredContent = json, Content = [new TextContentBlock { Text = json.GetRawText() }, .. resources] };
    }

    /// <summary>What is wrong, as problem details.</summary>
    public static CallToolResult Problem(ProblemDetails problem) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(problem, AppJson.Options) }],
    };

    /// <summary>A run and its report; of one that failed, why, and what it had found.</summary>
    public static CallToolResult Run(RunView run) => run.Error is { } error
        ? Problem(Http.ApiProblem.RunEnded(run.Id, error, run.Report))
        : Of(RunAnswer.From(run), run.Report is null ? [] : [RunResources.LinkTo(run)]);
}
