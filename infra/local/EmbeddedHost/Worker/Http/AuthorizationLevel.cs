namespace Microsoft.Azure.Functions.Worker;

/// <summary>Who may call an HTTP function. Enforced on Azure; read, but not enforced, on a developer's machine.</summary>
public enum AuthorizationLevel
{
    /// <summary>Anybody.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>Callers with the function's key or the host's.</summary>
    Function = 2,

    /// <summary>Callers with a system key.</summary>
    System = 3,

    /// <summary>Callers with the master key.</summary>
    Admin = 4,
}
