using System.Text.Json;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Tests.Language.Models.Dialects;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>Servers as they are, from the start of a triage to its report. One app serves all that teach it nothing.</summary>
public sealed class ModelDialectTests(ModelDialectTests.SharedApp shared) : IClassFixture<ModelDialectTests.SharedApp>
{
    private static readonly object OneCase = new { caseId = SandboxPeople.ArticleCase };

    public static TheoryData<string> Answering => [.. AnsweringServers.All.Select(dialect => dialect.Name)];

    public static TheoryData<string> Failing =>
    [
        .. FailingServers.All
            .Where(dialect => dialect.Problem is not ModelFaultTypes.Misconfigured && dialect.Settings.Length == 0)
            .Select(dialect => dialect.Name),
    ];

    [Theory]
    [MemberData(nameof(Answering))]
    public async Task A_good_answer_is_in_the_report_however_it_is_wrapped(string name)
    {
        shared.Model.Answer = ServerDialect.Find(AnsweringServers.All, name).Answer;

        AssertWritten(await shared.App.TriageAsync(OneCase), calls: 1);
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_report_without_the_model_says_why(string name)
    {
        var dialect = ServerDialect.Find(FailingServers.All, name);
        shared.Model.Answer = dialect.Answer;

        var report = await shared.App.TriageAsync(OneCase);

        var problem = Assert.Single(report.GetProperty("problems").EnumerateArray());
        Assert.Equal(dialect.Problem, problem.GetProperty("type").GetString());
        Assert.Contains(dialect.Reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("extractive", report.GetProperty("summary").GetProperty("writtenBy").GetString());
    }

    [Fact]
    public async Task A_limit_within_a_200_is_waited_for()
    {
        var refused = 0;
        shared.Model.Answer = (request, context) => request.Items.Count > 0 && refused++ == 0
            ? ScriptedModel.Say(context, 200, """{"error":{"message":"Provider returned error","code":429}}""", ("retry-after-ms", "2000"))
            : AnsweringServers.Good(context);

        var report = await shared.App.TriageAsync(OneCase);

        AssertWritten(report, calls: 2);
        Assert.Equal(1, report.GetProperty("usage").GetProperty("rateLimitWaits").GetInt32());
    }

    [Fact]
    public async Task While_a_slow_model_writes_the_phase_says_what()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        shared.Model.Answer = async (request, context) =>
        {
            if (request.Items.Count > 0)
            {
                await written.Task.WaitAsync(context.RequestAborted);
            }

            await AnsweringServers.Good(context);
        };
        using var started = await shared.App.PostAsync(OneCase);
        var address = started.Headers.Location!.ToString();

        await shared.App.UntilAsync(address, run => run.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress
            && progress.GetProperty("phase").GetString() is "writing the summary");
        written.SetResult();
        var ended = await shared.App.UntilAsync(address, RunState.HasEnded);

        AssertWritten(ended.GetProperty("report"), calls: 1);
        Assert.Equal("done", ended.GetProperty("progress").GetProperty("phase").GetString());
    }

    [Fact]
    public async Task A_server_may_refuse_one_thing_after_the_other_and_every_report_is_written()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => AnsweringServers.Good(context));
        await using var app = await TriageApp.StartAsync(settings: model.AsOpenAI);
        AssertWritten(await app.TriageAsync(OneCase), calls: 1);
        string[] servers =
        [
            "LiteLLM", "a server that knows no limit", "Groq", "LM Studio", "DashScope", "a server of streams without usage", "Gemma",
        ];
        foreach (var dialect in servers.Select(name =>
                RefusingServers.All.Single(dialect => dialect.Name.StartsWith(name, StringComparison.Ordinal))))
        {
            model.Answer = dialect.Answer;

            AssertWritten(await app.TriageAsync(OneCase), dialect.Requests);
            AssertWritten(await app.TriageAsync(OneCase), calls: 1);
        }
    }

    private static void AssertWritten(JsonElement report, int calls)
    {
        Assert.Equal(AnsweringServers.Text, report.GetProperty("summary").GetProperty("text").GetString());
        Assert.Equal(ScriptedModel.Name, report.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.Equal(calls, report.GetProperty("usage").GetProperty("modelCalls").GetInt32());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
    }

    /// <summary>An app whose model answers as a test tells it.</summary>
    public sealed class SharedApp : IAsyncLifetime
    {
        internal ScriptedModel Model { get; private set; } = null!;

        internal TriageApp App { get; private set; } = null!;

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            Model = await ScriptedModel.StartAsync((_, context) => AnsweringServers.Good(context));
            App = await TriageApp.StartAsync(settings: Model.AsOpenAI);
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Model.DisposeAsync();
        }
    }
}
