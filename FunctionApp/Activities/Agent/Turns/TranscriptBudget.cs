using FuseDeskFlows.Language.Budget;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>
/// Keeps a transcript within its budget. The oldest results give way to their handles first, then the oldest turns go, whole: a call is
/// never sent without its result, nor a result without its call. What the last turn read and what the model is asked stay.
/// </summary>
internal sealed class TranscriptBudget(TokenCounter counter)
{
    // What a message costs beside its text.
    private const int Overhead = 8;

    /// <summary>Fits a transcript into so many tokens; the last turn is sent even if it is more.</summary>
    public FittedTranscript Fit(IReadOnlyList<TranscriptTurn> turns, int tokens)
    {
        var sent = turns.ToList();
        var costs = sent.ConvertAll(Cost);
        var (total, replaced) = (costs.Sum(), new int[sent.Count]);
        for (var index = 0; index < sent.Count - 1 && total > tokens; index++)
        {
            var shorter = sent[index] with { Calls = [.. sent[index].Calls.Select(Shorten)] };
            replaced[index] = shorter.Calls.Zip(sent[index].Calls).Count(pair => !ReferenceEquals(pair.First, pair.Second));
            sent[index] = shorter;
            total += Cost(shorter) - costs[index];
            costs[index] = Cost(shorter);
        }

        var leftOut = 0;
        while (leftOut < sent.Count - 1 && total > tokens)
        {
            total -= costs[leftOut];

            // The prompt stands before the first turn, and is what all others are about.
            if (sent[leftOut].Asked is { } asked)
            {
                var next = sent[leftOut + 1];
                sent[leftOut + 1] = next with { Asked = next.Asked is { } more ? $"{asked}\n\n{more}" : asked };
                total += Cost(sent[leftOut + 1]) - costs[leftOut + 1];
                costs[leftOut + 1] = Cost(sent[leftOut + 1]);
            }

            leftOut++;
        }

        return new(sent[leftOut..], leftOut, replaced[leftOut..].Sum());
    }

    /// <summary>Counts what a turn costs.</summary>
    public int Cost(TranscriptTurn turn) =>
        Count(turn.Asked) + Count(turn.Text)
        + turn.Calls.Sum(call => Count(call.Tool) + counter.Count(call.Arguments) + Count(call.Result));

    private static TranscriptCall Shorten(TranscriptCall call) =>
        call.Handle is { } handle && handle.Length < call.Result.Length ? call with { Result = handle, Handle = null } : call;

    private int Count(string? text) => text is null ? 0 : counter.Count(text) + Overhead;
}
