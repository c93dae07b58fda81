using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>What an audit knows of one department; it fills up step by step.</summary>
/// <param name="previouslyReported">The chats of the last report.</param>
internal sealed class AuditedDepartment(string name, IReadOnlyList<ReportedChat> previouslyReported)
{
    public string Name { get; } = name;

    public IReadOnlyList<ReportedChat> PreviouslyReported { get; } = previouslyReported;

    /// <summary>The department in FuseDesk; null if it was not found.</summary>
    public Department? Listed { get; set; }

    /// <summary>Its active chats; null if they could not be read.</summary>
    public IReadOnlyList<ChatListItem>? Chats { get; set; }

    /// <summary>True if active chats may be missing in <see cref="Chats"/>: then one's not being there tells nothing.</summary>
    public bool MayLackChats { get; set; }

    /// <summary>How a report shows it, once it was found.</summary>
    public ReportDepartment ForReport => new() { Id = Listed!.Id, Name = Listed.Name ?? Name };
}
