using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Tests.Reports;

/// <summary>What a customer may write to attack the reader of a report.</summary>
internal static class HostileText
{
    public static readonly string[] All =
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus=alert(1) x='",
        "<!-- --><svg/onload=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
        "[click](javascript:alert(1))",
        "![pixel](https://evil.example/p.png)",
        "[ref]: https://evil.example \"t\"",
        "<https://evil.example>",
        "https://evil.example/path?a=b",
        "www.evil.example",
        "ftp://evil.example and mailto:a@evil.example",
        "attacker@evil.example",
        "# heading",
        "---",
        "===",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "> quote",
        "    indented code",
        "```html\n<script>alert(1)</script>\n```",
        "`code` **bold** __bold__ *em* _em_ ~~gone~~",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "a\n\n<script>alert(1)</script>\n\nb",
        "$x$ $$y$$",
        "\\<b>not escaped\\</b>",
        "{style=\"x\"} {.class} {#id}",
        "term\n: definition",
        ":::warning\nx\n:::",
        "- [ ] task",
        "[^1] and [^1]: note",
        "\u202Eevil\u202C \u0000 \u001b[31m",
    ];

    /// <summary>A report in which one text stands wherever a text can stand.</summary>
    public static TriageReport Report(string text) => new()
    {
        Customer = new() { ContactId = new(text), Name = text, Email = text },
        Candidates = [new() { ContactId = new(text), Name = text }],
        Case = new()
        {
            Id = new(1),
            Number = text,
            Status = text,
            Subject = text,
            OpenedAt = Some.Moment,
            Department = new() { Id = new(3), Name = text },
        },
        Waiting = new() { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.History },
        LastQuestion = new() { Text = text, At = Some.Moment, HistoryItem = 1 },
        LastRep = new()
        {
            Id = new(7),
            Name = text,
            Active = false,
            AnsweredAt = Some.Moment,
            Alternative = new() { Id = new(8), Name = text },
        },
        Summary = new() { Text = text, Statements = [new() { Text = text, Evidence = [1, 2] }], WrittenBy = text },
        Actions = [new() { At = Some.Moment, By = text, Text = text, HistoryItem = 2 }],
        NextStep = text,
        Problems = [new() { Type = text, Detail = text }],
    };

    /// <summary>A run in which one text stands wherever a text can stand.</summary>
    public static RunDetail Run(string text) => new()
    {
        Id = text,
        Name = text,
        Status = text,
        CreatedAt = Some.Moment,
        UpdatedAt = Some.Moment,
        Progress = new() { Phase = text, Done = 1, Total = 2 },
        Waiting = new() { Until = Some.Moment, For = text },
        Error = new() { Type = text, Detail = text },
    };
}
