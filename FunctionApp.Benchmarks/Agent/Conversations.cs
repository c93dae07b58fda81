using System.Globalization;
using System.Text.RegularExpressions;
using FuseDeskFlows.Tests.EndToEnd.Agent;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Truto.Tools;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// A model that plays twenty conversations: which turn is due depends on nothing but the transcript that it is sent, so that it does not
/// matter who keeps that. Every second one adds a note to a case, which a person approves.
/// </summary>
internal sealed partial class Conversations : IAsyncDisposable
{
    /// <summary>How many there are.</summary>
    public const int Count = 20;

    /// <summary>How many add a note.</summary>
    public const int Writes = Count / 2;

    /// <summary>The model's turns in one.</summary>
    public const int Turns = 5;

    /// <summary>The turn that adds a note, or reads one more case.</summary>
    public const int WritingTurn = 1;

    /// <summary>The cases that one reads, and the one that gets a note.</summary>
    public const int CasesOfOne = 8;

    /// <summary>The account's tool that adds notes.</summary>
    public const string AddNote = "fuse_desk_cases_addnote";

    // A model takes its time, each turn another.
    private static readonly TimeSpan MinThinking = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan MaxThinking = TimeSpan.FromMilliseconds(1200);

    private static readonly int[] CasesByTurn = [1, 1, 3, 3];

    private readonly ILookup<(int Conversation, int Turn), CaseOfConversation> _cases;
    private readonly Ledger _ledger;

    private Conversations(ScriptedModel model, IReadOnlyList<CaseOfConversation> cases, Ledger ledger)
    {
        (Model, Cases, _ledger) = (model, cases, ledger);
        _cases = cases.ToLookup(of => (of.Conversation, of.Turn));
        ledger.Cases = cases.ToDictionary(of => of.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Model.Answer = AnswerAsync;
    }

    /// <summary>The model's server.</summary>
    public ScriptedModel Model { get; }

    /// <summary>What the conversations are about.</summary>
    public IReadOnlyList<CaseOfConversation> Cases { get; }

    /// <summary>What one conversation is asked.</summary>
    /// <param name="number">Which one, from 0.</param>
    public static string Prompt(int number) =>
        FormattableString.Invariant($"Conversation {number}: read the cases and say what they are about.");

    /// <summary>What one conversation notes.</summary>
    /// <param name="number">Which one.</param>
    public static string Note(int number) => FormattableString.Invariant($"Conversation {number}: this is to be noted once.");

    /// <summary>Which conversation a text is of; null if of none.</summary>
    /// <param name="text">A prompt or a note, or what holds one.</param>
    public static int? NumberIn(string text) => Number().Match(text) is { Success: true } match
        ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Starts the model.</summary>
    /// <param name="ids">The ids of so many cases as all conversations have.</param>
    /// <param name="ledger">Takes what the model is asked.</param>
    public static async Task<Conversations> StartAsync(IEnumerable<long> ids, Ledger ledger)
    {
        int[] turns = [.. CasesByTurn.SelectMany((cases, turn) => Enumerable.Repeat(turn, cases))];
        var cases = ids.Take(Count * CasesOfOne).Select((id, index) =>
        {
            var (conversation, turn) = (index / CasesOfOne, turns[index % CasesOfOne]);
            return new CaseOfConversation(id, conversation, turn, IsWritten: turn == WritingTurn && conversation % 2 == 0);
        });
        return new(await ScriptedModel.StartAsync(), [.. cases], ledger);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Model.DisposeAsync();

    private Task AnswerAsync(ModelRequest request, HttpContext context)
    {
        if (NumberIn(AgentScript.LastUser(request)) is not { } conversation)
        {
            return ScriptedModel.Write(context, "OK"); // whether it works at all
        }

        var turn = AgentScript.Turns(request);
        return _ledger.AskAsync(conversation, turn, async () =>
        {
            var thinking = new Random((conversation * Turns) + turn).NextDouble();
            await Task.Delay(MinThinking + ((MaxThinking - MinThinking) * thinking), context.RequestAborted);
            await (turn < Turns - 1
                ? AgentScript.Call(context, [.. _cases[(conversation, turn)].Select(Call)])
                : AgentScript.Say(context, ("The cases were read.", [$"case:{_cases[(conversation, 0)].First().Id}#1"])));
        });
    }

    private static (string Tool, object Arguments) Call(CaseOfConversation of) => of.IsWritten
        ? (AddNote, new { id = $"{of.Id}", note = Note(of.Conversation) })
        : (ToolNames.GetCase, new { id = $"{of.Id}" });

    [GeneratedRegex("Conversation (?<number>[0-9]+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();
}
