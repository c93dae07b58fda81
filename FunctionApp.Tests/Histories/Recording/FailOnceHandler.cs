namespace FuseDeskFlows.Tests.Histories.Recording;

/// <summary>A connection whose first request fails in a way that nothing in the app expects.</summary>
internal sealed class FailOnceHandler : DelegatingHandler
{
    private int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _requests) == 1
            ? throw new InvalidOperationException("Unexpected, once.")
            : base.SendAsync(request, cancellationToken);
}
