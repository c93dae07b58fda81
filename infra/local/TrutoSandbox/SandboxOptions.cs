namespace FuseDeskFlows.TrutoSandbox;

/// <summary>How a sandbox behaves. Everything has a default that suits a demo.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Port on the loopback interface; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Calls that FuseDesk allows in one window.</summary>
    public int Limit { get; init; } = 1800;

    /// <summary>Length of FuseDesk's quota window. A window opens with its first call.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Answers do not tell when the window ends: only the limit and what remains, as FuseDesk itself does.</summary>
    public bool NoReset { get; init; }

    /// <summary>How long FuseDesk takes for each call, on <see cref="Time"/>'s clock.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Seed of the data: the same seed and <see cref="Today"/> give the same bytes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The bearer token that callers must send.</summary>
    public string ApiToken { get; init; } = "sandbox-token";

    /// <summary>The one integrated account that exists.</summary>
    public string IntegratedAccountId { get; init; } = "fusedesk-account-id-123";

    /// <summary>Clock for quota windows, latency, delays and the dates of writes.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// The moment that all data lies before; unset means the hour in which the sandbox starts, so that "opened today" finds something.
    /// </summary>
    public DateTimeOffset? Today { get; init; }

    /// <summary>How the account's tools spell their arguments; other spellings are ignored.</summary>
    public ArgumentDialect Dialect { get; init; }

    /// <summary>The spelling that proxy calls are read by.</summary>
    public ArgumentDialect Spelling => Tools == ToolsAnswer.Missing ? ArgumentDialect.Lower : Dialect;

    /// <summary>In which form <c>/tools</c> answers.</summary>
    public ToolsAnswer Tools { get; init; }

    /// <summary>The account is one of Truto's sandbox accounts: every write is refused with a 405 of Truto's own.</summary>
    public bool ReadOnlyAccount { get; init; }

    /// <summary>The account is blocked: every proxy call is answered 503.</summary>
    public bool Blocked { get; init; }

    /// <summary>Resources that the account's FuseDesk key has no scope for: their calls are answered 403.</summary>
    public IReadOnlyList<string> MissingScopes { get; init; } = [];

    /// <summary>Stands before each request, for whoever watches what is under way; null lets them through.</summary>
    public Func<HttpContext, Func<Task>, Task>? Around { get; init; }

    /// <summary>Truto's own limit, in calls per ten seconds for the account; 0 means none. The real one is 50.</summary>
    public int TrutoLimit { get; init; }
}
