using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>A chat in a script without blanks, by the audit.</summary>
public sealed class ChatCaseTests
{
    [Fact]
    public async Task The_chat_s_issue_is_the_question_that_is_open()
    {
        await using var app = await TriageApp.StartAsync();
        var chat = Shifted(MailCases.Read("chat-ja").AsObject());
        await app.AddFaultAsync(new { route = "GET /proxy/chats/{id}", body = chat });
        var listed = chat.DeepClone().AsObject();
        listed.Remove("messages");
        await app.AddFaultAsync(new { route = "GET /proxy/chats", body = new { result = new[] { listed } } });

        var report = await app.ReportAsync("api/chats/audit", new { });

        var told = Assert.Single(report.GetProperty("chats").EnumerateArray());
        var issue = told.GetProperty("issue").GetProperty("text").GetString();
        Assert.Contains("いつ直りますか？", issue, StringComparison.Ordinal);
        Assert.DoesNotContain("確認します", issue, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, told.GetProperty("rep").ValueKind);
        Assert.InRange(told.GetProperty("waitingMinutes").GetInt32(), 20, 22);
    }

    // The last message came 20 minutes ago, and the others as long before it as they did.
    private static JsonObject Shifted(JsonObject chat)
    {
        var by =
            DateTimeOffset.UtcNow.AddMinutes(-20)
            - DateTimeOffset.Parse(chat["dateLastMessage"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        foreach (var item in chat["messages"]!.AsArray().Select(message => message!.AsObject()).Append(chat))
        {
            var dates = item.Where(field => field.Key.StartsWith("date", StringComparison.Ordinal) && field.Value is not null);
            foreach (var (name, value) in dates.ToList())
            {
                item[name] = DateTimeOffset.Parse(value!.GetValue<string>(), CultureInfo.InvariantCulture) + by;
            }
        }

        return chat;
    }
}
