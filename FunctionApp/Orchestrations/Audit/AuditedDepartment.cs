using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>What an audit knows of one department; it fills up step by step.</summary>
/// <param name="name">The department's name, as it was asked for.</param>
/// <param name="reported">The chats of the last report.</param>
internal sealed class AuditedDepartment(string name, IReadOnlyList<ReportedChat> reported)
{
    /// <summary>The name, as it was asked for.</summary>
    public string Name { get; } = name;

    /// <summary>The chats of the last report.</summary>
    public IReadOnlyList<ReportedChat> Reported { get; } = reported;

    /// <summary>The department; null if it was not found.</summary>
    public Department? Department { get; set; }

    /// <summary>Its active chats; null if they could not be read.</summary>
    public IReadOnlyList<ChatListItem>? Chats { get; set; }
}
