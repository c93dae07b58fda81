using FuseDeskFlows.Activities.Agent.Answers;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.Activities.Writing;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>What the steps of runs do, in a support manager's words.</summary>
internal static class StepTitles
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        [ToolNames.ListCases] = "list cases",
        [ToolNames.GetCase] = "read a case",
        [ToolNames.ListChats] = "list live chats",
        [ToolNames.GetChat] = "read a chat",
        [ToolNames.ListReps] = "list reps",
        [ToolNames.GetRep] = "read a rep",
        [ToolNames.ListContacts] = "look for the contact",
        [ToolNames.ListDepartments] = "list departments",
        [ToolNames.ListEmails] = "list emails",
        [PlanCaseSummaryActivity.Name] = "plan the summary",
        [SummarizeCasePartActivity.Name] = "summarise a part",
        [SummarizeCaseActivity.Name] = "write the summary",
        [SummarizeChatActivity.Name] = "write the summary",
        [WriteChatIssueActivity.Name] = "say what a chat is about",
        [WriteDigestLineActivity.Name] = "write a line",
        [WriteDraftActivity.Name] = "write the draft",
        [ReadWriteSettingsActivity.Name] = "read the settings",
        [PlanWriteActivity.Name] = "prepare the write",
        [ReadWriteTargetActivity.Name] = "read what is to be changed",
        [SendWriteActivity.Name] = "send the write",
        [SendWriteActivity.Marker] = "note that it is sent",
        [IsRunActiveActivity.Name] = "see whether another run goes on",
        [ReadAuditSettingsActivity.Name] = "read the settings",
        [StartAuditDeliveryActivity.Name] = "hand over the report",
        [PostAuditActivity.Name] = "post the report",
        [AuditFlowNames.Delivery] = "deliver the report",
        [AuditFlowNames.AttemptMarker] = "note that it is posted",
        [ReadAgentSettingsActivity.Name] = "read the settings",
        [LoadEarlierRunActivity.Name] = "load the earlier run",
        [AskAgentActivity.Name] = "ask the model",
        [CheckArgumentsActivity.Name] = "check what the model asks for",
        [CallAgentToolActivity.Name] = "read what the model asked for",
        [ReadMoreActivity.Name] = "read on in a result",
        [StoreReportActivity.Name] = "keep a report",
        [CheckAgentAnswerActivity.Name] = "check the answer",
        [AgentFlowCall.Name] = "do what the model asked for",
        [ListDigestCasesOrchestration.Name] = "list the cases",
        [ReadDigestBatchOrchestration.Name] = "read some of the cases",
        [StorePartialReportOrchestration.Name] = "keep what was read",
    };

    /// <summary>What the function does; null if only its name tells.</summary>
    public static string? Of(string name) =>
        Titles.GetValueOrDefault(name) ?? (FlowNames.Known.Contains(name, StringComparer.Ordinal) ? FlowNames.Title(name) : null);
}
