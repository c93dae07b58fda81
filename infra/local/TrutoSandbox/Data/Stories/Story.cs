using System.Globalization;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data.Stories;

/// <summary>A hand-written case, told day by day.</summary>
internal sealed class Story(Team team, Contact contact, DateTimeOffset today, string subject)
{
    private readonly List<HistoryItem> _items = [];

    /// <summary>Mail from the customer.</summary>
    public Story In(int daysAgo, string time, string text, bool html = false, string? titled = null) =>
        Add(new(HistoryKind.EmailIn, At(daysAgo, time), null, contact.Name, titled ?? Subject, text, html));

    /// <summary>Mail from a rep.</summary>
    public Story Out(int daysAgo, string time, int rep, string text, bool html = false) =>
        Add(new(HistoryKind.EmailOut, At(daysAgo, time), rep, team.NameOf(rep), Subject, text, html));

    /// <summary>Internal note.</summary>
    public Story Note(int daysAgo, string time, int rep, string text) =>
        Add(new(HistoryKind.Note, At(daysAgo, time), rep, team.NameOf(rep), null, text));

    /// <summary>Record of a call.</summary>
    public Story Call(int daysAgo, string time, int rep, string text) =>
        Add(new(HistoryKind.Call, At(daysAgo, time), rep, team.NameOf(rep), null, text));

    /// <summary>Change of status or assignment; by automation if <paramref name="rep"/> is null.</summary>
    public Story Status(int daysAgo, string time, int? rep, string text) =>
        Add(new(HistoryKind.Status, At(daysAgo, time), rep, team.NameOf(rep), null, text));

    /// <summary>The day that is so many days from today, as people write it.</summary>
    public string Day(int fromToday) => today.AddDays(fromToday).ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The case that it tells of.</summary>
    public SupportCase Case(int id, int departmentId, string status, int? assigned, params List<int> tags)
    {
        var beats = _items.Select(item => new Beat(item.Kind, item.At, item.RepId)).ToList();
        var story = CaseFacts.Create(id, status, subject, contact, departmentId, _items[0].At, beats, tags, () => _items);
        story.RepId = assigned;
        return story;
    }

    private string Subject => _items.Count == 0 ? subject : "Re: " + subject;

    private DateTimeOffset At(int daysAgo, string time) =>
        new(today.UtcDateTime.Date.AddDays(-daysAgo) + TimeSpan.Parse(time, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private Story Add(HistoryItem item)
    {
        _items.Add(item);
        return this;
    }
}
