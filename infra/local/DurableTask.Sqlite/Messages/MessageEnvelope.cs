using DurableTask.Core;
using DurableTask.Core.History;

namespace DurableSqlite.Messages;

/// <summary>What of a message its row's columns do not say.</summary>
internal sealed record MessageEnvelope(HistoryEvent Event, OrchestrationExecutionContext? Context);
