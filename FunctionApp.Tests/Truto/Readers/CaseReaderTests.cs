using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

public sealed class CaseReaderTests
{
    [Fact]
    public void A_case_is_read_in_version_1_spelling()
    {
        var item = CaseReader.ParseListItem(Parse("""
            {"id":84920,"caseid":84920,"casenum":"ABCD1234","casenumber":"ABCD1234","status":"open","summary":"Login","contactid":77,
             "contactUuid":"0c5e","repid":51,"departmentid":3,"date_opened":"2026-06-08T09:12:00+02:00",
             "date_updated":"2026-06-09 10:00:00","date_lastresponse":false,"date_closed":""}
            """))!;
        Assert.Equal(
            new CaseListItem
            {
                Id = new(84920),
                Number = "ABCD1234",
                Status = CaseStatus.Open,
                Subject = "Login",
                ContactId = new("0c5e"),
                CrmId = new(77),
                RepId = new(51),
                DepartmentId = new(3),
                OpenedAt = new(2026, 6, 8, 7, 12, 0, TimeSpan.Zero),
                UpdatedAt = new(2026, 6, 9, 10, 0, 0, TimeSpan.Zero),
            },
            item);
    }

    [Theory]
    [InlineData("""{"caseid":"5","departmentId":"3","repId":"51.0","status":"OPEN"}""")]
    [InlineData("""{"case_id":5,"depid":3,"rep_id":51,"status":"open"}""")]
    [InlineData("""{"id":null,"CaseId":5,"department_id":3,"repid":51,"status":"Open"}""")]
    [InlineData("""{"id":false,"caseid":5,"departmentid":0,"depid":"3","repid":51,"status":" open "}""")]
    public void Other_spellings_and_types_mean_the_same(string json) => Assert.Equal(
        new() { Id = new(5), Status = CaseStatus.Open, DepartmentId = new(3), RepId = new(51) }, CaseReader.ParseListItem(Parse(json)));

    [Theory]
    [InlineData("""{"id":5,"contactid":"0c5e-77"}""")]
    [InlineData("""{"id":5,"contactId":"0c5e-77"}""")]
    public void A_contact_id_that_is_no_number_is_the_uuid(string json)
    {
        var item = CaseReader.ParseListItem(Parse(json))!;
        Assert.Equal(new ContactId("0c5e-77"), item.ContactId);
        Assert.Null(item.CrmId);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"ABCD1234"}""")]
    [InlineData("""{"id":0}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Without_an_id_there_is_no_case(string json) => Assert.Null(CaseReader.ParseListItem(Parse(json)));

    [Fact]
    public void A_status_that_nobody_knows_is_unknown() =>
        Assert.Equal(CaseStatus.Unknown, CaseReader.ParseListItem(Parse("""{"id":1,"status":"pending"}"""))!.Status);

    [Theory]
    [InlineData("history")]
    [InlineData("case_history")]
    [InlineData("notes")]
    public void The_history_goes_by_any_of_its_names(string name)
    {
        var whole = CaseReader.ParseCase(Parse($$"""{"id":1,"openedby":"Sarah","{{name}}":[{"type":"note","body":"x"}]}"""))!;
        Assert.Equal("x", Assert.Single(whole.History).Text);
        Assert.Equal("Sarah", whole.OpenedBy);
    }

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"history":false}""")]
    [InlineData("""{"id":1,"history":[]}""")]
    [InlineData("""{"id":1,"history":[null,5.5e0,[]]}""")]
    public void An_empty_history_is_empty_or_what_little_it_holds(string json) =>
        Assert.True(CaseReader.ParseCase(Parse(json))!.History.Count <= 1);

    [Fact]
    public void A_text_that_was_cut_through_an_emoji_keeps_its_rest() =>
        Assert.Equal("ok \ufffd", CaseReader.ParseListItem(Parse("""{"id":1,"summary":"ok \ud83d","\ud83d":1}"""))!.Subject);

    [Fact]
    public void A_rep_is_known_by_her_user_id_and_disabled_only_if_that_is_said()
    {
        Assert.Equal(
            new() { Id = new(51), Name = "Marcus Webb", Active = false, DefaultDepartmentId = new(3) },
            PeopleReader.ParseRep(Parse("""
                {"userId":"51","repid":9,"firstName":"Marcus","lastName":"Webb","active":0,"isArchived":false,"defaultDepartmentId":3}
                """)));
        Assert.False(PeopleReader.ParseRep(Parse("""{"userid":51,"active":true,"isArchived":"1"}"""))!.Active);
        Assert.Equal(
            new() { Id = new(51), Name = "mwebb", Active = true }, PeopleReader.ParseRep(Parse("""{"id":51,"username":"mwebb"}""")));
    }

    [Fact]
    public void Departments_are_read_in_both_versions()
    {
        var v2 = PeopleReader.ParseDepartment(Parse("""{"id":3,"name":"Technical Support","allReps":false,"repUserIds":[1,"2"]}"""))!;
        var v1 = PeopleReader.ParseDepartment(Parse("""{"departmentid":3,"name":"Technical Support","repids":"1, 2"}"""))!;
        Assert.Equal([new RepId(1), new(2)], v2.RepIds);
        Assert.Equal(v2.RepIds, v1.RepIds);
        Assert.Equal(v2 with { RepIds = [] }, v1 with { RepIds = [] });
    }

    [Fact]
    public void A_contact_has_two_ids()
    {
        var contact = PeopleReader.ParseContact(
            Parse("""{"id":"0c5e","crmId":"77","firstName":"Sarah","lastName":"","emailAddress":"s@x.com"}"""))!;
        Assert.Equal(
            new() { Id = new("0c5e"), CrmId = new(77), FirstName = "Sarah", Email = "s@x.com" }, contact);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement.Clone();
}
