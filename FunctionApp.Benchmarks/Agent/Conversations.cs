using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using FuseDeskFlows.Tests.EndToEnd.Agent;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// A model that plays twenty conversations: which turn is due depends on nothing but the transcript that it is sent, so that it does not
/// matter who keeps that.
/// </summary>
internal sealed partial class Conversations : IAsyncDisposable
{
    /// <summary>How many there are.</summary>
    public const int Count = 20;

    /// <summary>The model's turns in one.</summary>
    public const int Turns = 4;

    /// <summary>The tool calls in one.</summary>
    public const int Calls = CasesOfOne + 2;

    private const int CasesOfOne = 6;
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<(int Conversation, int Turn), int> _answered = new();
    private readonly IReadOnlyList<long> _cases;

    private Conversations(ScriptedModel model, IReadOnlyList<long> cases) => (Model, _cases) = (model, cases);

    /// <summary>The model's server.</summary>
    public ScriptedModel Model { get; }

    /// <summary>How many turns were answered more than once.</summary>
    public int RepeatedTurns => _answered.Values.Sum(times => times - 1);

    /// <summary>What one conversation is asked.</summary>
    /// <param name="number">Which one, from 0.</param>
    public static string Prompt(int number) =>
        FormattableString.Invariant($"Conversation {number}: read the cases and say what they are about.");

    /// <summary>Starts the model.</summary>
    /// <param name="cases">Cases to read, six for each conversation.</param>
    public static async Task<Conversations> StartAsync(IReadOnlyList<long> cases)
    {
        var conversations = new Conversations(await ScriptedModel.StartAsync(), cases);
        conversations.Model.Answer = conversations.AnswerAsync;
        return conversations;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Model.DisposeAsync();

    private async Task AnswerAsync(ModelRequest request, HttpContext context)
    {
        if (AgentScript.IsReadiness(request) && !Number().IsMatch(AgentScript.LastUser(request)))
        {
            await ScriptedModel.Write(context, "OK");
            return;
        }

        var number = Number().Match(AgentScript.AllTexts(request)).Groups["number"].Value;
        var (conversation, turn) = (int.Parse(number, CultureInfo.InvariantCulture), AgentScript.Turns(request));
        await Task.Delay(Thinking, context.RequestAborted);
        await (turn switch
        {
            0 => AgentScript.Call(context, (ToolNames.ListDepartments, "{}")),
            1 => AgentScript.Call(context, [.. Of(conversation).Select(id => (ToolNames.GetCase, (object)new { id }))]),
            2 => AgentScript.Call(context, (ToolNames.GetRep, new { id = SandboxPeople.Daniel })),
            _ => AgentScript.Say(context, ("The cases were read.", ["r1#1"])),
        });
        _answered.AddOrUpdate((conversation, turn), 1, (_, times) => times + 1);
    }

    private IEnumerable<long> Of(int conversation) => _cases.Skip(conversation * CasesOfOne).Take(CasesOfOne);

    [GeneratedRegex("Conversation (?<number>[0-9]+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();
}
