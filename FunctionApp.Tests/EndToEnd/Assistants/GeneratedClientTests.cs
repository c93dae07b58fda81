namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>What a program sees of the app by a client that is generated from its OpenAPI document.</summary>
public sealed class GeneratedClientTests
{
    private const string Caller = """
        using System.Threading.Tasks;
        using Generated;
        using Generated.Models;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Microsoft.Kiota.Http.HttpClientLibrary;

        public static class Caller
        {
            public static async Task<string> RunAsync(string address)
            {
                var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = address };
                var client = new FuseDeskClient(adapter);
                var triage = await client.Cases.Triage.PostAsync(
                    new TriageRequest { Email = "sarah@examplecorp.com" }, request => request.QueryParameters.Wait = 60);
                var chat = await client.Chats["10294"].Summary.PostAsync(
                    new ChatSummaryInput(), request => request.QueryParameters.Wait = 60);
                var runs = await client.Runs.GetAsync(request => request.QueryParameters.Name = "CaseTriage");
                try
                {
                    await client.Runs["none"].GetAsync();
                    return "There is a run that there is not.";
                }
                catch (ProblemDetails problem)
                {
                    return $"{triage.Case.Id} {triage.Waiting.On} {chat.Customer.Name} {chat.OpenQuestion.HistoryItem} "
                        + $"{runs.Runs.Count} {problem.Type}";
                }
            }
        }
        """;

    [Fact]
    public async Task A_client_that_Kiota_generates_asks_and_gets_reports_and_problems_of_their_own_types()
    {
        await using var app = await TriageApp.StartAsync();

        var told = await GeneratedClient.CallAsync(Caller, new(app.Http.BaseAddress!, "api"));

        Assert.Equal("84877 Team Elena Petrova 10 1 urn:fusedeskflows:problem:run-not-found", told);
    }
}
