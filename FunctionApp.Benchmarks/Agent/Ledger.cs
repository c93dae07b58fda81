using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// What the model was asked and FuseDesk was called for, and what of it was not needed. A turn is answered, and its calls have ended, once
/// the next turn is asked for: whatever is asked or called for after that was known.
/// </summary>
/// <param name="readsOfAWrite">How often the way that is measured reads the target of one write.</param>
internal sealed class Ledger(int readsOfAWrite)
{
    private readonly Lock _gate = new();
    private readonly int[] _reached = new int[Conversations.Count];
    private readonly bool[] _approved = new bool[Conversations.Count];
    private readonly ConcurrentDictionary<(int Conversation, int Turn), int> _answered = new();
    private readonly ConcurrentDictionary<CaseOfConversation, int> _read = new();
    private int _turnsUnderWay;
    private int _callsUnderWay;
    private int _askedAgain;
    private int _calledAgain;

    /// <summary>The cases, by their ids.</summary>
    public IReadOnlyDictionary<string, CaseOfConversation> Cases { get; set; } =
        new Dictionary<string, CaseOfConversation>(StringComparer.Ordinal);

    /// <summary>Whether the model is writing.</summary>
    public bool IsTurnUnderWay => _turnsUnderWay > 0;

    /// <summary>Whether FuseDesk is answering.</summary>
    public bool IsCallUnderWay => _callsUnderWay > 0;

    /// <summary>Whether a write is approved, and the model was not told of it.</summary>
    public bool IsWriteUnderWay
    {
        get
        {
            lock (_gate)
            {
                return _approved.Zip(_reached).Any(write => write is (true, <= Conversations.WritingTurn));
            }
        }
    }

    /// <summary>Answers of the model beyond one a turn.</summary>
    public int RepeatedTurns => _answered.Values.Sum(times => times - 1);

    /// <summary>Answers of FuseDesk beyond those that were needed.</summary>
    public int RepeatedCalls => _read.Sum(read => Math.Max(0, read.Value - (read.Key.IsWritten ? readsOfAWrite : 1)));

    /// <summary>Turns that were asked for although they were answered.</summary>
    public int AskedAgain => _askedAgain;

    /// <summary>Calls that were made although they had ended.</summary>
    public int CalledAgain => _calledAgain;

    /// <summary>A person has approved a conversation's write.</summary>
    public void Approve(int conversation)
    {
        lock (_gate)
        {
            _approved[conversation] = true;
        }
    }

    /// <summary>The model is asked.</summary>
    /// <param name="answer">Answers, unless nobody waits for it any more.</param>
    public async Task AskAsync(int conversation, int turn, Func<Task> answer)
    {
        lock (_gate)
        {
            _askedAgain += _reached[conversation] > turn ? 1 : 0;
            _reached[conversation] = Math.Max(_reached[conversation], turn);
        }

        Interlocked.Increment(ref _turnsUnderWay);
        try
        {
            await answer();
            _answered.AddOrUpdate((conversation, turn), 1, (_, times) => times + 1);
        }
        finally
        {
            Interlocked.Decrement(ref _turnsUnderWay);
        }
    }

    /// <summary>FuseDesk is called: stands before the sandbox.</summary>
    public async Task CallAsync(HttpContext context, Func<Task> answer)
    {
        if (!context.Request.Path.StartsWithSegments("/proxy", StringComparison.Ordinal))
        {
            await answer();
            return;
        }

        var of = Cases.GetValueOrDefault(context.Request.Path.Value!.Split('/')[^1]);
        lock (_gate)
        {
            _calledAgain += of is not null && _reached[of.Conversation] > of.Turn ? 1 : 0;
        }

        Interlocked.Increment(ref _callsUnderWay);
        try
        {
            await answer();
        }
        finally
        {
            Interlocked.Decrement(ref _callsUnderWay);
        }

        if (of is not null && context is { Response.StatusCode: StatusCodes.Status200OK, RequestAborted.IsCancellationRequested: false })
        {
            _read.AddOrUpdate(of, 1, (_, times) => times + 1);
        }
    }
}
