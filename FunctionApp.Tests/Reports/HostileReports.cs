using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Tests.Reports;

/// <summary>Reports in which one text stands wherever a text can stand.</summary>
internal static class HostileReports
{
    public static AuditReport Escalation(string text) => new()
    {
        CheckedAt = Some.Moment,
        Departments = [new() { Id = new(3), Name = text }],
        Chats =
        [
            new()
            {
                ChatId = new("1"),
                Client = text,
                Title = text,
                Department = new() { Id = new(3), Name = text },
                WaitingSince = Some.Moment,
                WaitingMinutes = 5,
                Severity = Severity.Warning,
                JudgedBy = WaitingJudgedBy.Sender,
                Issue = new() { Text = text, WrittenBy = text },
                LastMessages =
                [
                    new() { At = Some.Moment, By = text, FromCustomer = true, Text = text },
                ],
                Rep = new() { Id = new(7), Name = text, Active = false },
                ReportedSince = Some.Moment,
            },
        ],
        Resolved = [new() { ChatId = new("2"), Client = text, Title = text, ReportedSince = Some.Moment, How = ChatResolution.Answered }],
        Totals = new()
        {
            ByRep = [new() { Rep = new() { Id = new(7), Name = text }, Waiting = 1, Critical = 0, LongestMinutes = 5 }],
            ByDepartment = [new() { Department = new() { Id = new(3), Name = text }, Active = 2, Waiting = 1, Critical = 0 }],
        },
        Problems = [new() { Type = text, Detail = text }],
    };

    public static DigestReport Digest(string text) => new()
    {
        Query = new() { Status = text, OpenedFrom = Some.Moment, TimeZone = text },
        Cases =
        [
            new()
            {
                Id = new(1),
                Number = text,
                Status = text,
                Subject = text,
                OpenedAt = Some.Moment,
                Line = new() { Text = text, WrittenBy = text },
                Waiting = new() { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.History },
                LastRep = new() { Id = new(7), Name = text },
            },
            new() { Id = new(2), Problem = new() { Type = text, Detail = text } },
        ],
        Totals = new() { Cases = 2, ByRep = [new() { Id = new(7), Name = text, Cases = 1, WaitingForTeam = 1 }] },
        Problems = [new() { Type = text, Detail = text }],
    };

    public static TimelineReport Timeline(string text) => new()
    {
        Customer = new() { ContactId = new(text), Name = text, Email = text },
        Candidates = [new() { ContactId = new(text), Name = text }],
        Channels = [new() { Channel = "cases", State = ChannelState.Read, Found = 1, Entries = 1 }],
        Entries =
        [
            new()
            {
                At = Some.Moment,
                Channel = "case",
                Direction = Direction.Inbound,
                Author = text,
                Title = text,
                Text = text,
                CaseId = new(1),
            },
            new()
            {
                At = Some.Moment.AddDays(1),
                Channel = "email",
                Direction = Direction.Inbound,
                Author = text,
                Title = text,
                EmailId = new(text),
            },
        ],
        Problems = [new() { Type = text, Detail = text }],
    };
}
