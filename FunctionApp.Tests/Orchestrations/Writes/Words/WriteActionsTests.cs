using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.Writes.Words;

namespace FuseDeskFlows.Tests.Orchestrations.Writes.Words;

/// <summary>What a person decides on is said in her words.</summary>
public sealed class WriteActionsTests
{
    [Theory]
    [InlineData(WriteKind.CaseUpdate, "rep=50", "Give case 84877 to Daniel Okafor (rep 50)")]
    [InlineData(WriteKind.CaseUpdate, "rep=77", "Give case 84877 to rep 77")]
    [InlineData(WriteKind.CaseUpdate, "status=closed", "Close case 84877")]
    [InlineData(WriteKind.CaseUpdate, "status=open", "Set case 84877 to open (waits for the customer)")]
    [InlineData(WriteKind.CaseUpdate, "status=new;rep=50;department=3;summary=Her words",
        "Set case 84877 to new, give it to Daniel Okafor (rep 50), move it to Billing (department 3) and change the title of it")]
    [InlineData(WriteKind.CaseNote, "note=Her words", "Add a note to case 84877")]
    [InlineData(WriteKind.CaseNote, "note=Her words;status=closed", "Add a note to case 84877 and close it")]
    [InlineData(WriteKind.CaseReply, "mail=Her words", "Mail the customer of case 84877")]
    [InlineData(WriteKind.CaseTag, "tags=4", "Put tag 4 on case 84877")]
    [InlineData(WriteKind.CaseUntag, "tags=4", "Take tag 4 off case 84877")]
    [InlineData(WriteKind.CaseSnooze, "snoozedUntil=2026-03-02T09:00:00Z", "Hide case 84877 until 2 March 2026, 09:00 UTC")]
    [InlineData(WriteKind.Other, "x=Her words", "Close case 84877")]
    public void A_write_is_said_without_the_accounts_names_and_without_what_is_written(WriteKind kind, string asked, string said) =>
        Assert.Equal(said, WriteActions.Of(Plan(kind, asked), Names));

    [Theory]
    [InlineData(WriteKind.CaseCreate, "create", "summary=Her words;details=Her words;department=3",
        "Open a new case and move it to Billing (department 3)")]
    [InlineData(WriteKind.Other, "create", "tagname=VIP", "Create a new case")]
    [InlineData(WriteKind.Other, "bulk", "caseids=1", "Call a_tool")]
    public void What_has_no_target_yet_is_said_too(WriteKind kind, string method, string asked, string said) =>
        Assert.Equal(said, WriteActions.Of(Plan(kind, asked) with { Id = null, Method = method }, Names));

    [Fact]
    public void Who_decides_sees_how_the_text_begins_without_the_apps_mark()
    {
        var plan = Plan(WriteKind.CaseNote, "note=Call her back,\nplease.\n\n[fusedeskflows] 3f0c9a1be2d47786") with
        {
            Token = "3f0c9a1be2d47786",
        };

        Assert.Equal("Add a note to case 84877: “Call her back, please.”", WriteActions.WithText(plan, Names));
    }

    private static WriteNames Names { get; } = new(new DirectorySnapshot(
        new() { Items = [new Rep { Id = new(50), Name = "Daniel Okafor" }], AsOf = Some.Moment },
        new() { Items = [Some.Billing], AsOf = Some.Moment },
        Some.Moment));

    private static WritePlan Plan(WriteKind kind, string asked) => new()
    {
        Tool = "a_tool",
        Resource = "cases",
        Method = "close",
        Kind = kind,
        Id = "84877",
        Asked = [.. asked.Split(';').Select(one => one.Split('=')).Select(pair => new RequestedChange(pair[0], pair[1]))],
    };
}
