using System.Text.Json;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Asking;
using FuseDeskFlows.Triggers.Agent;
using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Pages.Asking;

/// <summary>The console's page of questions.</summary>
/// <param name="guard">Tells who may see it.</param>
/// <param name="flows">The flows that can be started.</param>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="audit">The audit's settings; if they are wrong, no audit is started.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="services">What an agent is checked by before it is started.</param>
public sealed class AskPages(
    ConsoleGuard guard,
    AskFlows flows,
    IOptions<TrutoOptions> truto,
    IOptions<AuditOptions> audit,
    ModelReadiness model,
    IServiceProvider services)
{
    private const string Path = "ask";
    private const int MaxKeyLength = 64;
    private static readonly PageLink Questions = new(ConsoleResult.Root.To(Path), "All questions");

    /// <summary>Shows a form for each flow.</summary>
    /// <param name="request">The request; its query may name a form, and fill in the fields of that.</param>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleAsk")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/ask")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entry = guard.Enter(request);
        var form = request.Query["form"].ToString();
        var forms = flows.All.Select(flow =>
            string.Equals(flow.Form.Path, form, StringComparison.Ordinal) ? flow.Filled(request.Query, fault: null) : flow.Form);
        return entry.Refusal ?? Page(entry.User!, [.. forms]);
    }

    /// <summary>Starts a run; sent twice, the same form starts one.</summary>
    /// <returns>The way to the run's page; the form with what is wrong; a refusal for who may not.</returns>
    [Function("ConsoleStart")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/ask/{flow}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string flow,
        CancellationToken cancellationToken)
    {
        var entry = guard.EnterToPost(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        if (flows.All.FirstOrDefault(known => string.Equals(known.Form.Path, flow, StringComparison.Ordinal)) is not { } asked)
        {
            return ConsoleResult.Message(
                new("No such form", "Begin again with the questions.", Questions), entry.User, StatusCodes.Status404NotFound);
        }

        if (await FormBody.ReadAsync(request, cancellationToken) is not { } sent)
        {
            var message = new MessageModel("Too long", "A question may be some pages long, not more.", Questions);
            return ConsoleResult.Message(message, entry.User, StatusCodes.Status413PayloadTooLarge);
        }

        var input = asked.Parse(JsonSerializer.SerializeToElement(asked.ToBody(sent)));
        if ((input.Problem ?? await FindProblemAsync(client, asked.Name, input.Value!, cancellationToken)) is { } problem)
        {
            var forms = flows.All.Select(other => other == asked ? other.Filled(sent, asked.Describe(problem)) : other.Form);
            return Page(entry.User!, [.. forms]) with { Status = problem.Status ?? StatusCodes.Status400BadRequest };
        }

        var id = sent["key"] is [{ Length: > 0 and <= MaxKeyLength } key]
            ? RunId.FromKey(asked.Name, asked.IdPrefix, key)
            : RunId.New(asked.IdPrefix);
        await IdempotentStart.StartAsync(client, asked.Name, id, input.Value, cancellationToken);
        return TypedResults.Redirect(ConsoleResult.Root.ToRun(id));
    }

    private static ConsoleResult Page(ConsoleUser user, IReadOnlyList<AskForm> forms) =>
        ConsoleResult.Of<AskView>("Ask", Path, user, new AskModel { Forms = forms, Key = Guid.NewGuid().ToString("N") });

    private async Task<ProblemDetails?> FindProblemAsync(
        DurableTaskClient client, string flow, object input, CancellationToken cancellationToken) =>
        ConfigurationCheck.FindProblem(truto)
        ?? (flow is ChatEscalationAudit.Name ? ConfigurationCheck.FindProblem(audit) : null)
        ?? await ConfigurationCheck.FindProblemAsync(model, cancellationToken)
        ?? (input is AgentRequest request ? await FindProblemAsync(client, request, cancellationToken) : null);

    private async Task<ProblemDetails?> FindProblemAsync(
        DurableTaskClient client, AgentRequest request, CancellationToken cancellationToken)
    {
        var agent = ActivatorUtilities.CreateInstance<AgentTrigger>(services);
        return agent.FindConfigurationProblem() ?? await agent.FindConflictAsync(request, client, cancellationToken);
    }
}
