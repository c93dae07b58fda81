using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.Entities.RateLimiting;

/// <summary>A shared rate limiter in memory, asked at any moment.</summary>
internal sealed class InMemoryLimiter(double headroom = 0.1)
{
    /// <summary>What it keeps.</summary>
    public ReservationWindows Windows { get; private set; } = new();

    public Reservation Reserve(ReservationRequest request, TimeSpan maxWait, DateTimeOffset now)
    {
        var options = new RateLimitOptions { InteractiveHeadroom = headroom, MaxQuotaWait = maxWait };
        var turn = new InMemoryEntityOperation(SharedRateLimiter.ReserveOperation, request, Windows);
        var reserved = new SharedRateLimiter(Options.Create(options), new FakeTimeProvider(now)).RunAsync(turn).AsTask();
        Assert.True(reserved.IsCompletedSuccessfully);
        Windows = (ReservationWindows)turn.Slot.Value!;
#pragma warning disable VSTHRD002 // It is completed: nothing is waited for.
        return (Reservation)reserved.Result!;
#pragma warning restore VSTHRD002
    }
}
