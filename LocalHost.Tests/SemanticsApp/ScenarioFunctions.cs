using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SemanticsApp.Outcomes;
using SemanticsApp.Scenarios;

namespace SemanticsApp;

/// <summary>The door for the tests: which scenarios there are, and the outcome of each.</summary>
public static class ScenarioFunctions
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Function(nameof(ListScenarios))]
    public static IActionResult ListScenarios(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scenarios")] HttpRequest request) =>
        new OkObjectResult(ScenarioTable.All.Values.Select(scenario => new { scenario.Name, scenario.Alone, scenario.Setting }));

    [Function(nameof(RunScenario))]
    public static async Task<IActionResult> RunScenario(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "scenarios/run")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (!ScenarioTable.All.TryGetValue(request.Query["name"].ToString(), out var scenario))
        {
            return new NotFoundResult();
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(150));
        var stage = new Stage(client, scenario.Prefix, deadline.Token);
        var status = StatusCodes.Status200OK;
        try
        {
            await scenario.Run(stage);
        }
        catch (Exception failure)
        {
            stage.Note("the scenario itself failed", failure.ToString());
            status = StatusCodes.Status500InternalServerError;
        }

        return new ObjectResult(Normalized.Of(stage.Outcome.ToJsonString(Readable))) { StatusCode = status };
    }
}
