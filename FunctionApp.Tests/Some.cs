using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Language.Texts.Mail;

namespace FuseDeskFlows.Tests;

/// <summary>Hand-written cases and people.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly ContactId SarahId = new("c-sarah");

    public static Contact Sarah { get; } =
        new() { Id = SarahId, CrmId = new(5001), FirstName = "Sarah", LastName = "Meyer", Email = "Sarah@ExampleCorp.com" };

    public static Rep Anna { get; } = new() { Id = new(7), Name = "Anna Berg", Active = true, DefaultDepartmentId = new(3) };

    public static Department Billing { get; } = new() { Id = new(3), Name = "Billing", RepIds = [Anna.Id] };

    public static CaseListItem Listed(long id, int openedDay = 1, ContactId? contact = null) =>
        new() { Id = new(id), ContactId = contact ?? SarahId, OpenedAt = Moment.AddDays(openedDay), Status = CaseStatus.New };

    public static Case Case(params HistoryItem[] history) => new()
    {
        Id = new(84920),
        Number = "ABCD1234",
        Status = CaseStatus.New,
        Subject = "Sync stopped",
        ContactId = SarahId,
        CrmId = new(5001),
        DepartmentId = new(3),
        OpenedAt = Moment,
        OpenedBy = "Sarah Meyer <sarah@examplecorp.com>",
        History = [.. history.Select((item, index) => item with { Number = index + 1, At = Moment.AddHours(index) })],
    };

    /// <summary>A case as activities hand it on: everybody's own text alone.</summary>
    public static Case Read(params HistoryItem[] history) => HistoryTexts.Separate(Case(history));

    public static HistoryItem In(string text) =>
        new() { Number = 0, Kind = HistoryKind.Email, Direction = Direction.Inbound, AuthorName = "Sarah Meyer", Text = text };

    public static HistoryItem Out(long rep, string text, string name = "Anna Berg") =>
        new() { Number = 0, Kind = HistoryKind.Email, Direction = Direction.Outbound, RepId = new(rep), AuthorName = name, Text = text };

    public static HistoryItem Note(long rep, string text, string name = "Anna Berg") =>
        new() { Number = 0, Kind = HistoryKind.Note, Direction = Direction.Internal, RepId = new(rep), AuthorName = name, Text = text };
}
