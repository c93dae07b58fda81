using System.Text.Json;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Reports.Runs;
using Microsoft.AspNetCore.Mvc;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Makes results of calls. A fault is a result, too: the assistant reads it and can do what it says.</summary>
internal static class ToolResults
{
    /// <summary>A record, structured and as text, with the resources that belong to it.</summary>
    public static CallToolResult Of<T>(T value, params IEnumerable<ContentBlock> resources)
    {
        var json = JsonSerializer.SerializeToElement(value, PromptJson.Options);
        return new() { StructuredContent = json, Content = [new TextContentBlock { Text = json.GetRawText() }, .. resources] };
    }

    /// <summary>What is wrong, as problem details.</summary>
    public static CallToolResult Problem(ProblemDetails problem) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = PromptJson.SerializeLine(problem) }],
    };

    /// <summary>A run and its report; of one that failed, why, and what it had found.</summary>
    /// <param name="approvals">The page on which a person decides.</param>
    public static CallToolResult Run(RunDetail run, Uri approvals) => run.Error is { } error
        ? Problem(Http.ApiProblem.RunEnded(run.Id, error, run.Report))
        : Of(RunAnswer.From(run, approvals), run.Report is null ? [] : [RunResources.LinkTo(run)]);
}
