using System.Diagnostics.CodeAnalysis;

namespace FuseDeskFlows.RateLimiting;

/// <summary>What a limiter gives to whoever wants to make a call: the right to it, until this is disposed, or what is in its way.</summary>
internal sealed class RateLimitLease : IDisposable
{
    private Action<bool>? _release;
    private bool _isAnswered;

    /// <summary>Creates one for a call that may be made.</summary>
    /// <param name="release">Ends it, and is told whether a response came.</param>
    public RateLimitLease(Action<bool> release) => _release = release;

    /// <summary>Creates one for a call that may not be made.</summary>
    public RateLimitLease(RateLimitRejection rejection) => Rejection = rejection;

    /// <summary>Whether the call may be made.</summary>
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAcquired => Rejection is null;

    /// <summary>What is in the call's way; null if it may be made.</summary>
    public RateLimitRejection? Rejection { get; }

    /// <summary>Tells that a response came, so that its headers, if any, are known by now.</summary>
    public void MarkAnswered() => _isAnswered = true;

    /// <summary>Ends the call.</summary>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke(_isAnswered);
}
