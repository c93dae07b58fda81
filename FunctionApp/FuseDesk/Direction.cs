namespace FuseDeskFlows.FuseDesk;

/// <summary>Which way a message went.</summary>
public enum Direction
{
    /// <summary>Nothing tells.</summary>
    Unknown = 0,

    /// <summary>From the customer to the team.</summary>
    Inbound,

    /// <summary>From the team to the customer.</summary>
    Outbound,

    /// <summary>Inside the team, or by the system.</summary>
    Internal,
}
