using System.Runtime.CompilerServices;
using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts.Mail;
using FuseDeskFlows.Language.Writing;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Tests.Language.Writing;

/// <summary>The prompts as a model sees them are files beside this test: a change of a prompt shows as a change of what is sent.</summary>
public sealed class PromptTests
{
    private static readonly Case Usual = HistoryTexts.Separate(Some.Case(
        Some.In("Hello,\n\nthe sync stopped at 9:30. \"Can\" you {{restart}} it?\n\nKind regards\nSarah"),
        Some.Note(7, "Worker was stuck."),
        Some.Out(7, "Hi Sarah,\n\nwe have restarted the sync.") with { Subject = "Re: Sync stopped" }));

    private static readonly Chat Chat = new()
    {
        Id = new("ch-1"),
        Title = "Login",
        ClientName = "Sarah Meyer",
        Messages = [Some.In("I cannot log in.") with { Number = 1, Kind = HistoryKind.Chat }],
    };

    private static readonly GeneratedText Notes = new()
    {
        Text = "",
        WrittenBy = "m",
        Statements = [new() { Text = "The sync stopped.", Evidence = [1] }],
    };

    public static TheoryData<string> Names => ["case-summary", "case-part", "case-merge", "chat-issue", "digest-line", "draft-reply"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_prompt_is_rendered_as_its_file_shows(string name)
    {
        var task = Task(name);
        var shown = PromptItem.Reduce(task.History).Where(item => task.ShownFrom is null || item.Number >= task.ShownFrom).ToList();
        var objection = name is "case-summary" ? "Statement 2 cites no history item." : null;
        var messages = PromptMessages.Render(task, shown, [.. task.Notes.SelectMany(note => note.Statements)], objection);
        var rendered = $"[system]\n{messages[0].Text}\n\n[user]\n{messages[1].Text}\n";

        var file = Path.Combine(Folder(), task.Prompt.Name + ".txt");
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), rendered);
    }

    [Fact]
    public void A_draft_never_sees_internal_notes() =>
        Assert.DoesNotContain(Task("draft-reply").History, item => item.Kind == HistoryKind.Note);

    // What a small model can take, and what every call costs beside its history.
    [Theory]
    [InlineData("case-summary", 425)]
    [InlineData("case-part", 430)]
    [InlineData("case-merge", 480)]
    [InlineData("chat-issue", 385)]
    [InlineData("digest-line", 395)]
    [InlineData("draft-reply", 465)]
    public void A_prompt_costs_no_more_tokens_than_it_does_now(string name, int tokens)
    {
        var messages = PromptMessages.Render(Task(name) with { Facts = [] }, [], [], previousFailure: null);

        Assert.InRange(messages.Sum(message => new TokenCounter().Count(message.Text)), 1, tokens);
    }

    [Fact]
    public void The_schema_of_an_answer_costs_few_tokens() =>
        Assert.InRange(new TokenCounter().Count(JsonSerializer.Serialize(((ChatResponseFormatJson)AnswerFormat.Schema).Schema)), 1, 70);

    private static WritingTask Task(string name) => name switch
    {
        "case-summary" => WritingTaskFactory.For(new CaseSummaryRequest { Case = Usual }),
        "case-part" => WritingTaskFactory.For(new CasePartRequest { Part = Usual with { History = [Usual.History[1]] } }),
        "case-merge" => WritingTaskFactory.For(new CaseSummaryRequest { Case = Usual, Notes = [Notes], WholeFrom = 3 }),
        "chat-issue" => WritingTaskFactory.For(new ChatIssueRequest { Chat = Chat }),
        "digest-line" => WritingTaskFactory.For(new DigestLineRequest { Case = Usual }),
        _ => WritingTaskFactory.For(new DraftWritingRequest { Case = Usual, RepName = "Anna Berg" }),
    };

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "Snapshots");
}
