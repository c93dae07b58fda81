using System.Text.Json;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Tests.Language.Models;

/// <summary>A model's steps with tools, as servers write them. Nothing is called by the client itself.</summary>
public sealed class ToolTurnTests
{
    private static readonly AIFunctionDeclaration ReadCase = AIFunctionFactory.CreateDeclaration(
        "read_case",
        "Reads a case.",
        JsonElement.Parse("""{"type":"object","properties":{"id":{"type":"integer"}},"required":["id"]}"""));

    private static readonly ModelTurn Turn = new()
    {
        Messages = [new(ChatRole.System, "Use the tools."), new(ChatRole.User, "What about case 7?")],
        Tools = [ReadCase],
        AnswerTokens = 500,
    };

    [Fact]
    public async Task Tools_are_declared_with_their_schemas_and_what_is_called_comes_back_as_it_is()
    {
        await using var model = await StartAsync(
            """{"content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"read_case","arguments":"{\"id\": 7}"}}]}""",
            "tool_calls");
        using var language = new TestLanguage(model.AsAzure);

        var reply = await AskAsync(language, Turn);

        var call = Assert.Single(reply.ToolCalls);
        Assert.Equal(
            ("call_1", "read_case", "{\"id\": 7}", 7),
            (call.Id, call.Name, call.ArgumentsText, call.Arguments?.GetProperty("id").GetInt32()));
        Assert.Equal((null, null, 1, 120), (reply.Text, reply.Fault, reply.Calls, reply.Tokens));
        var request = Assert.Single(model.Requests).Body;
        var function = Assert.Single(request.GetProperty("tools").EnumerateArray()).GetProperty("function");
        Assert.Equal("read_case", function.GetProperty("name").GetString());
        Assert.Equal(
            "integer", function.GetProperty("parameters").GetProperty("properties").GetProperty("id").GetProperty("type").GetString());
        Assert.False(request.TryGetProperty("tool_choice", out _));
    }

    [Fact]
    public async Task A_history_with_calls_is_sent_as_it_was_and_a_text_can_be_asked_for()
    {
        await using var model = await StartAsync("""{"content":"Case 7 is closed."}""", "stop");
        using var language = new TestLanguage(model.AsOpenAI);
        var call = ModelToolCall.Parse("call_1", "read_case", """{"id":7}""");

        var reply = await AskAsync(
            language,
            Turn with
            {
                Messages =
                [
                    .. Turn.Messages,
                    new(ChatRole.Assistant, [call.ToContent()]),
                    new(ChatRole.Tool, [new FunctionResultContent("call_1", "closed")]),
                ],
                AllowsToolCalls = false,
            });

        Assert.Equal("Case 7 is closed.", reply.Text);
        var body = Assert.Single(model.Requests).Body;
        Assert.Equal("none", body.GetProperty("tool_choice").GetString());
        var arguments = body.GetProperty("messages")[2]
            .GetProperty("tool_calls")[0]
            .GetProperty("function")
            .GetProperty("arguments")
            .GetString();
        Assert.Equal(7, JsonElement.Parse(arguments!).GetProperty("id").GetInt32());
        Assert.Equal("call_1", body.GetProperty("messages")[3].GetProperty("tool_call_id").GetString());
    }

    [Theory]
    [InlineData("", true, 0)]
    [InlineData("null", true, 0)]
    [InlineData("""{"id":7,}""", true, 1)]
    [InlineData("\"{\\\"id\\\":7}\"", true, 1)]
    [InlineData("""{"id":""", false, 0)]
    [InlineData("id=7", false, 0)]
    [InlineData("[7]", false, 0)]
    [InlineData("""{"id":7,"id":8}""", false, 0)]
    public void Arguments_that_cannot_be_read_are_told_and_not_thrown(string text, bool readable, int count)
    {
        var call = ModelToolCall.Parse("1", "read_case", text);

        Assert.Equal((readable, !readable, text), (call.Arguments is not null, call.ArgumentsFault is not null, call.ArgumentsText));
        Assert.Equal(count, call.ToContent().Arguments!.Count);
        Assert.DoesNotContain("7", call.ArgumentsFault ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_are_missing_or_used_are_made_up_alike_each_time_and_never_twice_in_a_conversation()
    {
        await using var model = await StartAsync(
            """{"content":"","tool_calls":[{"function":{"name":"read_case","arguments":{"id":7}}},{"id":"","function":{"name":"read_case","arguments":"{}"}},{"id":"a","function":{"name":"read_case","arguments":"{}"}},{"id":"a","function":{"name":"read_case","arguments":"{}"}}]}""",
            "stop");
        using var language = new TestLanguage(model.AsOpenAI);

        var first = (await AskAsync(language, Turn)).ToolCalls;
        var again = (await AskAsync(language, Turn)).ToolCalls;
        var asked = new ChatMessage(ChatRole.Assistant, [.. first.Select(call => call.ToContent())]);
        var next = (await AskAsync(language, Turn with { Messages = [.. Turn.Messages, asked] })).ToolCalls;

        Assert.Equal(first.Select(call => call.Id), again.Select(call => call.Id));
        Assert.Equal(8, first.Concat(next).Select(call => call.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("a", first[2].Id);
        Assert.All(first.Where(call => call.Id is not "a"), call => Assert.Matches("^[a-z0-9]{9}$", call.Id));
        Assert.Equal(7, first[0].Arguments?.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Calls_count_beside_a_text_and_whatever_the_finish_reason_says()
    {
        await using var model = await StartAsync(
            """{"content":"<think>Which?</think>I look at it.","tool_calls":[{"id":"1","function":{"name":"read_case","arguments":"{\"id\":7}"}},{"id":"2","function":{"name":"read_case","arguments":"{\"id\":8}"}}]}""",
            "stop");
        using var language = new TestLanguage(model.AsOpenAI);

        var reply = await AskAsync(language, Turn);

        Assert.Equal("I look at it.", reply.Text);
        Assert.Equal([7, 8], reply.ToolCalls.Select(call => call.Arguments!.Value.GetProperty("id").GetInt32()));
    }

    [Theory]
    [InlineData("<think>\n\n</think>\n\n<tool_call>\n{\"name\": \"read_case\", \"arguments\": {\"id\": 7}}\n</tool_call>", null)]
    [InlineData("I look.\n<tool_call>{\"name\": \"read_case\", \"arguments\": {\"id\": 7}}</tool_call>", "I look.")]
    [InlineData("[TOOL_CALLS][{\"name\": \"read_case\", \"arguments\": {\"id\": 7}}]", null)]
    [InlineData("[TOOL_CALLS]read_case[ARGS]{\"id\": 7}", null)]
    [InlineData("<|python_tag|>{\"name\": \"read_case\", \"parameters\": {\"id\": 7}}", null)]
    [InlineData("<function=read_case>{\"id\": 7}</function>", null)]
    public async Task Calls_that_stand_in_the_text_are_read(string content, string? text)
    {
        await using var model = await StartAsync(JsonSerializer.Serialize(new { content }), "stop");
        using var language = new TestLanguage(model.AsOpenAI);

        var reply = await AskAsync(language, Turn);

        Assert.Equal(text, reply.Text);
        Assert.Equal(("read_case", 7), (Assert.Single(reply.ToolCalls).Name, reply.ToolCalls[0].Arguments?.GetProperty("id").GetInt32()));
    }

    [Theory]
    [InlineData("The customer wrote <tool_call>{\"name\":\"read_case\",\"arguments\":{\"id\":7}}</tool_call> in her mail.")]
    [InlineData("<tool_call>{\"name\":\"delete_case\",\"arguments\":{\"id\":7}}</tool_call>")]
    [InlineData("<tool_call>nonsense</tool_call>")]
    [InlineData("[TOOL_CALLS] is what she wrote.")]
    public async Task What_a_model_quotes_is_no_call(string content)
    {
        await using var model = await StartAsync(JsonSerializer.Serialize(new { content }), "stop");
        using var language = new TestLanguage(model.AsOpenAI);

        var reply = await AskAsync(language, Turn);

        Assert.Empty(reply.ToolCalls);
        Assert.Equal(content, reply.Text);
    }

    [Fact]
    public async Task Calls_that_come_in_pieces_are_put_together()
    {
        string[] pieces =
        [
            """{"choices":[{"index":0,"delta":{"role":"assistant","content":"I look."}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"1","function":{"name":"read_case","arguments":""}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"id\""}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":7}"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"2","function":{"name":"read_case","arguments":"{\"id\":8}"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""",
            """{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""",
        ];
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Stream(context, pieces));
        using var language = new TestLanguage(model.AsOpenAI);

        var reply = await AskAsync(language, Turn);

        Assert.Equal(("I look.", 15), (reply.Text, reply.Tokens));
        Assert.Equal([("1", 7), ("2", 8)], reply.ToolCalls.Select(call => (call.Id, call.Arguments!.Value.GetProperty("id").GetInt32())));
    }

    [Theory]
    [InlineData(
        """{"error":{"message":"registry.ollama.ai/library/gemma:2b does not support tools","type":"api_error","param":null,"code":null}}""")]
    [InlineData(
        """{"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set","type":"BadRequestError","param":null,"code":400}""")]
    public async Task A_model_without_tools_is_told_by_its_true_reason(string error)
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Say(context, 400, error));
        using var language = new TestLanguage(model.AsOpenAI);

        var reply = await AskAsync(language, Turn);

        Assert.Equal((ModelFaultTypes.Refused, 1), (reply.Fault?.Type, reply.Calls));
        Assert.Contains("takes no tools", reply.Fault!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_of_tools_that_is_refused_is_left_out_from_then_on()
    {
        await using var model = await ScriptedModel.StartAsync(
            (request, context) =>
                request.Body.TryGetProperty("tool_choice", out _)
                    ? ScriptedModel.Say(
                        context,
                        422,
                        """{"detail":[{"type":"extra_forbidden","loc":["body","tool_choice"],"msg":"Extra inputs are not permitted","input":"none"}]}""")
                    : ScriptedModel.Write(context, "Done."));
        using var language = new TestLanguage(model.AsOpenAI);

        var first = await AskAsync(language, Turn with { AllowsToolCalls = false });
        var second = await AskAsync(language, Turn with { AllowsToolCalls = false });

        Assert.Equal(("Done.", 2, "Done.", 1), (first.Text, first.Calls, second.Text, second.Calls));
    }

    private static Task<ModelReply> AskAsync(TestLanguage language, ModelTurn turn) =>
        language.Client.AskAsync(turn, TestContext.Current.CancellationToken);

    private static Task<ScriptedModel> StartAsync(string message, string finish) => ScriptedModel.StartAsync(
        (ModelRequest _, HttpContext context) => ScriptedModel.Say(
            context,
            200,
            $$$"""{"choices":[{"index":0,"finish_reason":"{{{finish}}}","message":{{{message}}}}],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}"""));
}
