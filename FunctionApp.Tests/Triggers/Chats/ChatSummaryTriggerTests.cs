using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Triggers.Chats;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Triggers.Chats;

public sealed class ChatSummaryTriggerTests
{
    [Fact]
    public async Task A_summary_is_started_and_its_address_is_given()
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, "10294");

        var (flow, input, options) = Assert.Single(client.Started);
        Assert.Equal((StatusCodes.Status202Accepted, ChatSummary.Name), (answer.Status, flow));
        Assert.Equal(new ChatSummaryInput { ChatId = new("10294") }, input);
        Assert.Equal($"/api/runs/{options.InstanceId}", answer.Headers.Location);
    }

    [Theory]
    [InlineData(" ", "{}", "chatId")]
    [InlineData("10294/../cases", "{}", "chatId")]
    [InlineData("10294?x=1", "{}", "chatId")]
    [InlineData("10294", """{"send":true}""", "send")]
    public async Task Bad_input_names_the_field_and_starts_nothing(string chatId, string body, string field)
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, chatId, body);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Body);
        Assert.Empty(client.Started);
    }

    private static async Task<Answer> PostAsync(ClientMock client, string chatId, string body = "{}")
    {
        var request = Answer.Request(body, path: $"/api/chats/{Uri.EscapeDataString(chatId)}/summary");
        var trigger = new ChatSummaryTrigger(Options.Create(new TrutoOptions()), TestLanguage.NoModel, TimeProvider.System);
        return await Answer.OfStartAsync(trigger.Endpoint(chatId), request, client);
    }
}
