using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

public sealed class HistoryReaderTests
{
    [Theory]
    [InlineData("""[{"body":"a","date":"2026-06-01"},{"body":"b","date":"2026-06-02"},{"body":"c","date":"2026-06-03"}]""")]
    [InlineData("""[{"body":"c","date":"2026-06-03"},{"body":"b","date":"2026-06-02"},{"body":"a","date":"2026-06-01"}]""")]
    [InlineData("""[{"body":"b","date":"2026-06-02"},{"body":"a","date":"2026-06-01"},{"body":"c","date":"2026-06-03"}]""")]
    [InlineData("""[{"body":"a","date":"2026-06-01"},{"body":"b"},{"body":"c","date":"2026-06-03"}]""")]
    [InlineData("""[{"body":"c","date":"2026-06-03"},{"body":"b"},{"body":"a","date":"2026-06-01"}]""")]
    [InlineData("""[{"body":"c","date":"2026-06-01"},{"body":"b","date":"2026-06-01"},{"body":"a","date":"2026-05-01"}]""")]
    [InlineData("""[{"body":"a"},{"body":"b"},{"body":"c"}]""")]
    [InlineData("""["a","b","c"]""")]
    public void The_oldest_comes_first_and_has_the_number_1(string json)
    {
        var items = Read(json);
        Assert.Equal("abc", string.Concat(items.Select(item => item.Text)));
        Assert.Equal([1, 2, 3], items.Select(item => item.Number));
    }

    [Theory]
    [InlineData("""{"type":"email_in","direction":"in","author":"Sarah"}""", HistoryKind.Email, Direction.Inbound, null)]
    [InlineData("""{"type":"email_out","direction":"out","userid":51,"author":"Marcus"}""", HistoryKind.Email, Direction.Outbound, 51)]
    [InlineData("""{"type":"email","repid":"51"}""", HistoryKind.Email, Direction.Outbound, 51)]
    [InlineData("""{"type":"email","repid":9,"userId":51}""", HistoryKind.Email, Direction.Outbound, 51)]
    [InlineData("""{"type":"email","repid":null,"from":"sarah@x.com"}""", HistoryKind.Email, Direction.Inbound, null)]
    [InlineData("""{"type":"customer_reply","repid":51}""", HistoryKind.Email, Direction.Inbound, null)]
    [InlineData("""{"type":"email","repid":51,"direction":"incoming"}""", HistoryKind.Email, Direction.Inbound, null)]
    [InlineData("""{"type":"email","isInbound":"1"}""", HistoryKind.Email, Direction.Inbound, null)]
    [InlineData("""{"type":"email"}""", HistoryKind.Email, Direction.Unknown, null)]
    [InlineData("""{"type":"email","author":"System"}""", HistoryKind.Email, Direction.Internal, null)]
    [InlineData("""{"type":"email_out","author":"Support"}""", HistoryKind.Email, Direction.Outbound, null)]
    [InlineData("""{"type":"email_in","userid":51}""", HistoryKind.Email, Direction.Inbound, null)]
    [InlineData("""{"type":"note","userId":51}""", HistoryKind.Note, Direction.Internal, 51)]
    [InlineData("""{"type":"status","repid":51}""", HistoryKind.Change, Direction.Internal, 51)]
    [InlineData("""{"type":"department_change"}""", HistoryKind.Change, Direction.Internal, null)]
    [InlineData("""{"type":"call","repid":51}""", HistoryKind.Call, Direction.Unknown, 51)]
    [InlineData("""{"type":"call","repid":51,"direction":"outbound"}""", HistoryKind.Call, Direction.Outbound, 51)]
    [InlineData("""{"senderType":"client","sender":"Jordan"}""", HistoryKind.Other, Direction.Inbound, null)]
    [InlineData("""{"author":{"type":"rep","name":"Marcus"},"rep":{"userId":51}}""", HistoryKind.Other, Direction.Outbound, 51)]
    [InlineData("""{"author":"sarah lee"}""", HistoryKind.Other, Direction.Inbound, null)]
    [InlineData("""{"author":"Somebody"}""", HistoryKind.Other, Direction.Unknown, null)]
    public void Kind_direction_and_rep_come_from_whatever_signs_there_are(string json, HistoryKind kind, Direction direction, int? rep)
    {
        var item = Assert.Single(Read($"[{json}]"));
        Assert.Equal(kind, item.Kind);
        Assert.Equal(direction, item.Direction);
        Assert.Equal(rep is { } id ? new RepId(id) : null, item.RepId);
    }

    [Theory]
    [InlineData("""{"author":"Sarah"}""", "Sarah")]
    [InlineData("""{"author":{"firstName":"Sarah","lastName":"Lee"}}""", "Sarah Lee")]
    [InlineData("""{"createdBy":51,"from_name":"Sarah"}""", "Sarah")]
    [InlineData("""{"userid":51}""", null)]
    public void The_author_is_a_name_never_a_number(string json, string? name) =>
        Assert.Equal(name, Assert.Single(Read($"[{json}]")).AuthorName);

    [Theory]
    [InlineData("""{"body":"plain","html":"<p>marked</p>"}""", "plain")]
    [InlineData("""{"body":"","html":"<p>marked</p>"}""", "marked")]
    [InlineData("""{"body":"<p>a</p><p>b &amp; c</p>"}""", "a\n\nb & c")]
    [InlineData("""{"note":"x"}""", "x")]
    [InlineData("""{"message":"x"}""", "x")]
    [InlineData("""{"content":"x"}""", "x")]
    [InlineData("""{"subject":"only"}""", "")]
    public void The_text_is_plain_wherever_it_stands(string json, string text) => Assert.Equal(text, Assert.Single(Read($"[{json}]")).Text);

    private static IReadOnlyList<HistoryItem> Read(string json) =>
        HistoryReader
            .Read(new(IsGiven: true, JsonList.ReadFlat(JsonElement.Parse(json))), HistoryKind.Other, "Sarah Lee", isPartial: false)
            .Items;

    [Theory]
    [InlineData(
        """{"type":"email_in","direction":"in","author":"Mail Delivery Subsystem","subject":"Delivery Status Notification (Failure)"}""")]
    [InlineData("""{"type":"auto_reply","direction":"out","author":"Support"}""")]
    [InlineData("""{"type":"email","direction":"out","automated":true}""")]
    [InlineData("""{"type":"email","direction":"out","author":"FuseDesk Automation"}""")]
    [InlineData("""{"type":"email","direction":"in","from":"MAILER-DAEMON@mx.example.com"}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"Auto-Submitted":"auto-replied","Precedence":"auto_reply"}}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"auto-submitted":"auto-generated (vacation)"}}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"X-Autoreply":["yes"]}}""")]
    [InlineData("""{"type":"email","direction":"in","headers":[{"name":"X-Auto-Response-Suppress","value":"All"}]}""")]
    [InlineData("""{"type":"email","direction":"in","internetMessageHeaders":[{"name":"Precedence","value":"bulk"}]}""")]
    [InlineData("""{"type":"email","direction":"in","headers":[["Return-Path","<>"],["Subject","x"]]}""")]
    [InlineData("""{"type":"email","direction":"in","raw_headers":"Subject: x\r\nAuto-Submitted:\r\n auto-replied\r\n"}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"X-Autorespond":"Export is empty"}}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"Content-Type":"multipart/report; report-type=delivery-status"}}""")]
    public void What_a_machine_sent_is_a_message_of_nobody(string json)
    {
        var item = Assert.Single(Read($"[{json}]"));
        Assert.True(item.IsAutomatic);
        Assert.False(item.IsFromCustomer() || item.IsToCustomer());
    }

    [Theory]
    [InlineData("""{"type":"email_out","direction":"out","userid":51,"author":"Marcus","subject":"Re: Automatic reply: Sync stopped"}""")]
    [InlineData("""{"type":"email_in","direction":"in","author":"Sarah Auto","subject":"Automatic replies do not work"}""")]
    [InlineData("""{"type":"email_in","direction":"in","author":"Sarah","subject":"Out of office setting is lost"}""")]
    [InlineData("""{"type":"email","direction":"out","userid":51,"author":"Bot"}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"Auto-Submitted":"no","Precedence":"normal"}}""")]
    [InlineData("""{"type":"email","direction":"in","headers":{"Precedence":"list","Return-Path":"<sarah@example.com>"}}""")]
    [InlineData("""{"type":"email","direction":"out","userid":51,"headers":{"X-Auto-Response-Suppress":"All","Precedence":"bulk"}}""")]
    [InlineData("""{"type":"email","direction":"in","headers":"none"}""")]
    [InlineData("""{"type":"email","direction":"in","headers":7}""")]
    [InlineData("""{"type":"email","direction":"out","author":"FuseDesk Support"}""")]
    public void What_a_person_wrote_about_machines_is_a_message(string json)
    {
        var item = Assert.Single(Read($"[{json}]"));
        Assert.True(item.IsFromCustomer() || item.IsToCustomer());
    }
}
