using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Chats;

/// <summary>Starts summaries of live chats.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class ChatSummaryTrigger(IOptions<TrutoOptions> truto, ModelReadiness model, TimeProvider time)
{
    /// <summary>What ids of its runs begin with.</summary>
    internal const string IdPrefix = "chat";

    /// <summary>Starts a summary, or finds the one that was started with the same key; the body is an empty JSON object.</summary>
    /// <returns>202 with the management payload; 200 with the summary if it is there in time; problem details.</returns>
    [Function("SummarizeChat")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "chats/{chatId}/summary")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string chatId,
        CancellationToken cancellationToken) => StartHandler.HandleAsync(Endpoint(chatId), request, client, time, cancellationToken);

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<ChatSummaryInput> Endpoint(string chatId) => new(ChatSummary.Name, $"chats/{chatId}/summary", IdPrefix)
    {
        Parse = body => BodyFields.FindUnknown(body.EnumerateObject(), known: []) is { } unknown
            ? unknown
            : ChatIdParser.Parse(chatId).Select(id => new ChatSummaryInput { ChatId = id }),
        FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto),
        Model = model,
    };
}
