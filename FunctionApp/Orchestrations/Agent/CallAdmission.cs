using System.Globalization;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>Decides which of a model's calls are made: those that the run may make, of tools that there are, once.</summary>
/// <param name="settings">What the run may do.</param>
/// <param name="firstHandle">The number of the first call's handle.</param>
internal sealed class CallAdmission(AgentSettings settings, int firstHandle)
{
    // More calls of one turn would leave each result too little room.
    private const int MaxOfATurn = 16;

    private const int MaxRepetitions = 3;

    private readonly Dictionary<string, (string Handle, int Times)> _before = new(StringComparer.Ordinal);
    private int _next = firstHandle;
    private int _repetitions;

    /// <summary>How many calls were admitted.</summary>
    public int Admitted { get; private set; }

    /// <summary>Whether the model asks for the same again and again.</summary>
    public bool IsRepeating => _repetitions >= MaxRepetitions;

    /// <summary>Decides on the next call.</summary>
    /// <param name="index">Which of its turn's calls it is, from 0.</param>
    /// <param name="allowed">False if none is made any more.</param>
    /// <returns>The call with its handle, and the tool to call; null, with the reason in the call, if none is to be called.</returns>
    public (AgentCall Call, OfferedTool? Due) Admit(AgentModelCall asked, int index, bool allowed)
    {
        var call = new AgentCall
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"r{_next++}"),
            ModelCallId = asked.Id,
            Tool = asked.Tool,
            Arguments = asked.Arguments,
        };
        if (!allowed || index >= MaxOfATurn)
        {
            return (call.WithoutResult(
                AgentCallStatus.OverBudget,
                $"Not called: one turn has at most {MaxOfATurn} calls, and a run that must answer has none."), null);
        }

        if (Admitted >= settings.RunCalls)
        {
            return (call.WithoutResult(AgentCallStatus.OverBudget, "The run may make no further call."), null);
        }

        if (settings.Tools.FirstOrDefault(tool => string.Equals(tool.Name, asked.Tool, StringComparison.Ordinal)) is not { } offered)
        {
            var names = string.Join(", ", settings.Tools.Select(tool => tool.Name));
            return (call.WithoutResult(AgentCallStatus.UnknownTool, $"There is no such tool here. There are: {names}."), null);
        }

        var signature = CallSignature.Of(asked);
        var (first, times) = _before.GetValueOrDefault(signature, (call.Id, 0));
        _before[signature] = (first, times + 1);

        // Reading again what is no longer shown is no mistake.
        if (times > 0 && (offered.Kind != AgentToolKind.ReadMore || times >= MaxRepetitions))
        {
            _repetitions++;
            return (call.WithoutResult(AgentCallStatus.Repeated, $"This call was made before, as {first}; it is not made again. "
                + $"If its result is no longer shown, {StoredResultNames.ReadMoreTool} shows it."), null);
        }

        Admitted++;
        return (call, offered);
    }
}
