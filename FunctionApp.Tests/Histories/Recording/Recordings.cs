using System.Net;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Tests.EndToEnd.Agent;
using FuseDeskFlows.Tests.EndToEnd.Audit;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.Histories.Recording;

/// <summary>The runs whose histories are kept: each flow, and each branch in which runs wait, fail or work together.</summary>
internal sealed class Recordings
{
    private static readonly CaseId Short = new(SandboxPeople.ShortestCase);
    private static readonly SandboxOptions FewCalls = new() { Limit = 1, Window = TimeSpan.FromHours(1) };

    private readonly List<RecordedHistory> _histories = [];
    private readonly List<EntityState> _states = [];

    public IReadOnlyCollection<RecordedHistory> Histories => _histories;

    /// <summary>The states that entities had at the ends, and where they are fullest.</summary>
    public IEnumerable<EntityState> States => _states;

    public async Task RecordAsync()
    {
        await TriagesAsync();
        await TimelinesAsync();
        await AuditsAsync();
        await DigestsAsync();
        await EventsAsync();
        await DraftsAsync();
        await AgentsAsync();
        await WritesAsync();
        await ChatsAsync();
    }

    private async Task TriagesAsync()
    {
        await RecordAsync(CaseTriage.Name, "disabled-rep-with-colleague", new TriageRequest { Email = SandboxPeople.SarahEmail });
        await RecordAsync(CaseTriage.Name, "quota-wait", new TriageRequest { CaseId = Short }, FewCalls);
        await RecordAsync(
            CaseTriage.Name, "refused-call", new TriageRequest { Email = SandboxPeople.NoRepEmail }, new() { MissingScopes = ["cases"] });
        await QuotaTooLateAsync();
        await RecordAsync(CaseTriage.Name, "retried-call", new TriageRequest { CaseId = Short }, configure: builder =>
        {
            var failing = new FailOnceHandler();
            builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => failing));
        });
        await RecordAsync(CaseTriage.Name, "no-input", new TriageRequest());

        var refused = 0;
        await using var model = await ScriptedModel.StartAsync((request, context) =>
            request.Body.GetProperty("messages").GetArrayLength() == 2 && refused++ == 0
                ? ScriptedModel.Fail(context, (int)HttpStatusCode.TooManyRequests, "rate_limit_exceeded", ("retry-after", "60"))
                : ScriptedModel.Write(context, ScriptedModel.Statements(("The customer asks for help.", [1]))));
        await RecordAsync(CaseTriage.Name, "model-wait", new TriageRequest { CaseId = Short }, settings: model.AsOpenAI);
    }

    private async Task QuotaTooLateAsync()
    {
        const string id = "quota-too-late";
        await using var app = await RecordingApp.StartAsync(FewCalls, settings: ("Truto:Flows:CaseTriage:MaxQuotaWait", "00:30:00"));
        await app.RunAsync(CaseTriage.Name, id, new TriageRequest { CaseId = Short });
        await KeepAsync(app, id, id);
        await KeepChildrenAsync(app, "of-a-triage", id);
    }

    private async Task TimelinesAsync()
    {
        await RecordAsync(
            ContactTimeline.Name,
            "one-channel-refused",
            new TimelineRequest { Email = SandboxPeople.NoRepEmail },
            new() { MissingScopes = ["emails"] });

        await using var app = await RecordingApp.StartAsync();
        const string id = "triage-with-channels";
        await app.RunAsync(CaseTriage.Name, id, new TriageRequest { Email = SandboxPeople.NoRepEmail, Channels = true });
        await KeepAsync(app, "channels", id);
        await KeepChildrenAsync(app, "of-a-triage", id);
    }

    private async Task AuditsAsync()
    {
        const string id = "audit";
        using var webhook = new StubWebhook(() =>
            new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromMinutes(20)) } });
        await using var app = await RecordingApp.StartAsync(
            configure: builder => builder.Services.AddHttpClient<AuditWebhook>().ConfigurePrimaryHttpMessageHandler(() => webhook),
            settings: ("EscalationAudit:WebhookUrl", "https://hooks.slack.com/services/T0/B0/secret"));
        await app.RunAsync(ChatEscalationAudit.Name, id, new AuditRequest { Departments = ["Sales"] });
        await app.EndAsync($"{id}-delivery");
        await app.RunAsync(ChatEscalationAudit.Name, "audit-2", new AuditRequest { Departments = ["Sales", "Nowhere"] });
        await KeepAsync(app, "first", id);
        await KeepAsync(app, "repeated", "audit-2");
        await KeepAsync(app, "told-to-wait", $"{id}-delivery");
        await KeepAsync(app, "attempt", $"{id}-delivery-1");
        _states.AddRange(await app.StatesAsync("audit"));
    }

    private async Task DigestsAsync()
    {
        const string id = "digest";
        await using var app = await RecordingApp.StartAsync();
        await app.RunAsync(CaseDigest.Name, id, new DigestRequest { OpenedOn = "2026-02-21", Status = "closed" });
        await KeepAsync(app, "one-day", id);
        await KeepChildrenAsync(app, "one-day", id);
    }

    private async Task EventsAsync()
    {
        await using var app = await RecordingApp.StartAsync(FewCalls);
        await app.BeginAsync(CaseEventFlow.Name, "event-1", Event("1"));
        await app.SleepAsync("event-1");
        await app.RunAsync(CaseEventFlow.Name, "event-2", Event("2"));
        _states.AddRange(await app.StatesAsync("burst"));
        await app.EndAsync("event-1");
        await KeepAsync(app, "leader", "event-1");
        await KeepAsync(app, "follower", "event-2");
        await KeepChildrenAsync(app, "of-an-event", "event-1");
        _states.AddRange(await app.StatesAsync("after-a-burst"));

        // An event that comes while the case is triaged: the leader starts over for it.
        await using var late = await RecordingApp.StartAsync(FewCalls);
        await late.BeginAsync(CaseEventFlow.Name, "event-3", Event("3"));
        await late.PassAsync("event-3");
        await late.SleepAsync("event-3");
        await late.RunAsync(CaseEventFlow.Name, "event-4", Event("4"));
        await late.EndAsync("event-3");
        await KeepAsync(late, "started-over", "event-3");

        static CaseEventRequest Event(string id) => new()
        {
            EventId = id,
            CaseId = Short,
            Type = "record:updated",
            QuietPeriod = TimeSpan.FromSeconds(20),
            MaxDelay = TimeSpan.FromMinutes(5),
            LoadPages = 1,
        };
    }

    private async Task AgentsAsync()
    {
        const string id = "agent";
        var refused = 0;
        await using var model = await ScriptedModel.StartAsync((request, context) => AgentScript.Turns(request) switch
        {
            0 => AgentScript.Call(
                context,
                (ToolNames.GetCase, new { id = $"{Short}" }),
                ("draft_reply", new { caseId = Short.Value }),
                ("no_such_tool", new { })),
            _ when refused++ == 0 => ScriptedModel.Fail(
                context, (int)HttpStatusCode.TooManyRequests, "rate_limit_exceeded", ("retry-after", "60")),
            1 => AgentScript.Call(context, ("read_more", new { result = "r1" })),
            2 => ScriptedModel.Write(context, "I do not know."),
            _ => AgentScript.Say(context, ("Something was written.", [$"case:{Short}#1"])),
        });
        await using var app = await RecordingApp.StartAsync(FewCalls, settings: model.AsOpenAI);
        await app.RunAsync(AgentRun.Name, id, new AgentRequest { Prompt = "What is in it?" });
        await KeepAsync(app, "read-and-corrected", id);
        await KeepAsync(app, "of-an-agent", StoredResultNames.IdOf(id, "r1"));
        await KeepChildrenAsync(app, "of-an-agent", id);
        await app.RunAsync(AgentRun.Name, "agent-2", new AgentRequest { Prompt = "And now?", ContinueFrom = id });
        await KeepAsync(app, "continued", "agent-2");
    }

    private Task DraftsAsync() => RecordAsync(DraftReply.Name, "short-case", new DraftReplyRequest { CaseId = Short });

    private async Task WritesAsync()
    {
        const string id = "write";
        const string assign = """{"id":"84510","rep_id":50}""";
        await RecordAsync(
            ToolWrite.Name,
            "approved-in-one-step",
            new ToolWriteRequest { Tool = "cases/update", Arguments = assign, Approve = true, By = "Ann" });
        await using var app = await RecordingApp.StartAsync();
        await app.BeginAsync(
            ToolWrite.Name, id, new ToolWriteRequest { Tool = "cases/addnote", Arguments = """{"id":"84510","note":"Call her back."}""" });
        await app.SleepAsync(id);
        await app.DecideAsync(id, "another hash");
        await app.SleepAsync(id);
        await app.DecideAsync(id, hash: null);
        await app.EndAsync(id);
        await app.RunAsync(ToolWrite.Name, "expired", new ToolWriteRequest { Tool = "cases/update", Arguments = assign });
        await KeepAsync(app, "approved", id);
        await KeepAsync(app, "attempt", $"{id}-sent-1");
        await KeepAsync(app, "expired", "expired");
    }

    private Task ChatsAsync() =>
        RecordAsync(ChatSummary.Name, "customer-waits", new ChatSummaryInput { ChatId = new(SandboxPeople.ArticleChat) });

    /// <summary>Records one run of a flow.</summary>
    private async Task RecordAsync(
        string flow,
        string scenario,
        object input,
        SandboxOptions? options = null,
        Action<FunctionsApplicationBuilder>? configure = null,
        params (string Name, string Value)[] settings)
    {
        await using var app = await RecordingApp.StartAsync(options, configure, settings);
        await app.RunAsync(flow, scenario, input);
        await KeepAsync(app, scenario, scenario);
        _states.AddRange(await app.StatesAsync($"{flow}-{scenario}"));
    }

    private async Task KeepAsync(RecordingApp app, string scenario, string id) => _histories.Add(await app.HistoryAsync(scenario, id));

    private async Task KeepChildrenAsync(RecordingApp app, string scenario, string id)
    {
        var parent = await app.HistoryAsync(scenario, id);
        foreach (var child in parent.Events.Where(e => e.Kind == HistoryEventKind.SubOrchestrationInstanceCreated))
        {
            await KeepAsync(app, scenario, child.Target!);
        }
    }
}
