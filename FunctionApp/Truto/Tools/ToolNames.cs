namespace FuseDeskFlows.Truto.Tools;

/// <summary>
/// Truto's names of the tools that the flows call, which are also the names of the activity functions,
/// so that a run's history reads like its tool calls. Source: the tool list of Truto's FuseDesk integration.
/// </summary>
public static class ToolNames
{
    /// <summary>Searches cases; the answer has no text.</summary>
    public const string ListCases = "list_all_fuse_desk_cases";

    /// <summary>Reads one case with its history.</summary>
    public const string GetCase = "get_single_fuse_desk_case_by_id";

    /// <summary>Lists live chats.</summary>
    public const string ListChats = "list_all_fuse_desk_chats";

    /// <summary>Reads one live chat with its messages.</summary>
    public const string GetChat = "get_single_fuse_desk_chat_by_id";

    /// <summary>Lists reps, active and disabled.</summary>
    public const string ListReps = "list_all_fuse_desk_reps";

    /// <summary>Reads one rep.</summary>
    public const string GetRep = "get_single_fuse_desk_rep_by_id";

    /// <summary>Searches contacts by name or address.</summary>
    public const string ListContacts = "list_all_fuse_desk_contacts";

    /// <summary>Lists departments.</summary>
    public const string ListDepartments = "list_all_fuse_desk_departments";

    /// <summary>Lists emails that belong to no case yet.</summary>
    public const string ListEmails = "list_all_fuse_desk_emails";
}
