using System.Text;
using FuseDeskFlows.Truto.Tools;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Truto.Http;

/// <summary>What is wrong with an answer's body is told as it is, and what will not be better is asked for once.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData(204, "", "empty")]
    [InlineData(200, "", "empty")]
    [InlineData(200, " \n", "empty")]
    [InlineData(202, "", "empty")]
    [InlineData(302, "", "redirect")]
    [InlineData(307, "{}", "redirect")]
    public async Task What_will_be_no_better_costs_one_call_and_its_reason_is_true(int status, string body, string reason)
    {
        await using var truto = await TestTruto.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return body.Length > 0 ? context.Response.WriteAsync(body) : Task.CompletedTask;
        });

        var outcome = await truto.ListCases();

        Assert.Contains(reason, outcome.Error?.Message, StringComparison.Ordinal);
        Assert.NotEqual(ToolErrorKind.Unavailable, outcome.Error?.Kind);
        Assert.Equal((1, 1), (outcome.Calls, truto.Server.Calls.Count));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(65, false)]
    [InlineData(5000, false)]
    public async Task An_answer_that_is_nested_too_deep_is_called_so(int depth, bool isRead)
    {
        var nested = new string('[', depth - 2) + new string(']', depth - 2);
        await using var truto = await TestTruto.StartAsync(200, $$"""{"result":[],"more":{"x":{{nested}} } }""");

        var outcome = await truto.ListCases();

        Assert.Equal(isRead, outcome.Value is not null);
        if (!isRead)
        {
            Assert.Contains("nested deeper than 64 levels", outcome.Error?.Message, StringComparison.Ordinal);
            Assert.Equal((ToolErrorKind.UnexpectedAnswer, 1), (outcome.Error?.Kind, outcome.Calls));
        }
    }

    [Theory]
    [InlineData("windows-1252", "application/json; charset=windows-1252")]
    [InlineData("windows-1252", "application/json; charset=ISO-8859-1")]
    [InlineData("utf-16", "application/json; charset=utf-16")]
    [InlineData("utf-16", "application/json")]
    [InlineData("utf-16BE", "application/json; charset=utf-16be")]
    [InlineData("utf-32", "application/json; charset=utf-32")]
    [InlineData("utf-8", "application/json; charset=\"UTF-8\"")]
    [InlineData("utf-8", "application/json; charset=us-ascii")]
    [InlineData("utf-8", "application/json; charset=nobody-knows")]
    [InlineData("utf-8", "text/plain")]
    public async Task An_answer_is_read_in_its_charset(string encoding, string type)
    {
        await using var truto = await TestTruto.StartAsync(async context =>
        {
            context.Response.ContentType = type;
            var text = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
            await context.Response.Body.WriteAsync(
                text.GetBytes("""{"result":[{"id":1,"summary":"Größe für Łódź"}]}""".Replace("Łódź", "Zoë", StringComparison.Ordinal)));
        });

        Assert.Equal("Größe für Zoë", Assert.Single((await truto.ListCases()).Value!.Items).Subject);
    }

    [Theory]
    [InlineData("shift_jis", "予約が取れません")]
    [InlineData("iso-8859-2", "Łódź")]
    [InlineData("koi8-r", "Не работает")]
    public async Task Other_charsets_are_read_too(string charset, string subject)
    {
        await using var truto = await TestTruto.StartAsync(async context =>
        {
            context.Response.ContentType = $"application/json; charset={charset}";
            await context.Response.Body.WriteAsync(
                CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes($$"""{"result":[{"id":1,"summary":"{{subject}}"}]}"""));
        });

        Assert.Equal(subject, Assert.Single((await truto.ListCases()).Value!.Items).Subject);
    }

    [Fact]
    public async Task A_refusal_that_is_too_large_is_still_told_by_its_status()
    {
        await using var truto = await TestTruto.StartAsync(
            context => StubServer.Say(context, 403, new string(' ', 5000)), ("Truto:MaxResponseBytes", "4096"));
        var outcome = await truto.ListCases();
        Assert.Contains("403", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Calls);
    }
}
