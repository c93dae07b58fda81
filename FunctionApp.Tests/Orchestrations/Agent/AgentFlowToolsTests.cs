using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Agent;

public sealed class AgentFlowToolsTests
{
    private static readonly ParentRun Agent = new() { Flow = AgentRun.Name, Waited = TimeSpan.FromHours(23) };

    [Fact]
    public void Every_flow_that_answers_a_question_is_a_tool() => Assert.Equal(
        FlowSettingsValidator.Flows
            .Except([AgentRun.Name, CaseEventFlow.Name, ToolWrite.Name], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
        AgentFlowTools.All.Select(tool => tool.Flow).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("triage_case", """{"caseId":84877}""")]
    [InlineData("contact_timeline", """{"search":"Sarah"}""")]
    [InlineData("audit_chats", "{}")]
    [InlineData("summarize_chat", """{"chatId":"10294"}""")]
    [InlineData("digest_cases", """{"openedOn":"today"}""")]
    [InlineData("draft_reply", """{"caseId":84877}""")]
    public void What_a_flow_waits_as_a_tool_counts_to_the_agent(string tool, string arguments)
    {
        var (input, fault) = Bind(tool, arguments);

        Assert.Null(fault);
        var parent = JsonSerializer.SerializeToElement(input).GetProperty("parent").Deserialize<ParentRun>();
        Assert.Equal(Agent, parent);
    }

    [Theory]
    [InlineData("summarize_chat", """{"chatId":" "}""", "chatId")]
    [InlineData("digest_cases", "{}", "status")]
    [InlineData("triage_case", """{"caseId":84877,"search":"Sarah"}""", "caseId")]
    public void What_is_wrong_with_the_arguments_is_named(string tool, string arguments, string named)
    {
        var (input, fault) = Bind(tool, arguments);

        Assert.Null(input);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_a_quota_ends_gives_the_agent_what_it_has_and_fails_only_where_it_is_a_run_of_its_own()
    {
        var chat = Waiting<Chat, ChatSummaryInput>(ChatSummary.Name, ToolNames.GetChat, new() { ChatId = new("1"), Parent = Agent });
        var summary = await ChatSummary.RunAsync(chat.Context);
        var reply = Waiting<Case, DraftReplyRequest>(DraftReply.Name, ToolNames.GetCase, new() { CaseId = new(1), Parent = Agent });
        var draft = await DraftReply.RunAsync(reply.Context);
        var alone = Waiting<Case, DraftReplyRequest>(DraftReply.Name, ToolNames.GetCase, new() { CaseId = new(1) });
        var waited = await DraftReply.RunAsync(alone.Context);

        Assert.All([summary.Usage, draft.Usage], usage => Assert.Equal(AgentRun.Name, usage.OutOfQuota?.Flow));
        Assert.All([summary.Problems, draft.Problems], problems => Assert.True(Assert.Single(problems).IsOutOfQuota));
        Assert.All([chat, reply], run => Assert.Empty(run.Timers));
        Assert.Null(waited.Usage.OutOfQuota);
        Assert.InRange(Assert.Single(alone.Timers), Some.Moment.AddHours(2).UtcDateTime, Some.Moment.AddHours(3).UtcDateTime);
    }

    private static (object? Input, string? Fault) Bind(string tool, string arguments) =>
        AgentFlowTools.Find(tool)!.Bind(JsonElement.Parse(arguments), Agent, Some.Moment);

    // Its one call may be made in two hours; then it is refused.
    private static RunMock Waiting<T, TInput>(string flow, string tool, TInput input)
        where T : class =>
        new RunMock().Of(flow, input).Answers(
            tool,
            new ToolOutcome<T> { RateLimit = new() { Scope = RateLimitScope.FuseDesk, RetryAt = Some.Moment.AddHours(2) } },
            new ToolOutcome<T> { Calls = 1, Error = new() { Kind = ToolErrorKind.NotFound, Tool = tool, Message = "No." } });
}
