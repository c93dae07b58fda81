namespace FuseDeskFlows.Entities.RateLimiting;

// How many calls each window has left, and for whom.
public sealed partial class ReservationWindows
{
    // What is reserved for the run itself in windows to come was a place that it does not need any more, and what it has left in a present
    // one it will not use.
    private void GiveBack(ReservationRequest request, DateTimeOffset now)
    {
        for (var i = 0; i < Windows.Count; i++)
        {
            var isToCome = FirstWindowStartsAt + (Period * i) > now;
            Windows[i].GiveBack(request.Run, isToCome ? int.MaxValue : request.Unspent);
            foreach (var ended in request.Ended.Where(_ => isToCome))
            {
                Windows[i].GiveBack(ended);
            }
        }
    }

    private int FirstWithPermits(ReservationRequest request, int kept)
    {
        // A few calls are wanted together, so that the run need not wait between them; many take what is there.
        var capacity = Math.Max(1, Limit - kept);
        var atLeast = request.Permits <= capacity / 10 ? Math.Max(1, request.Permits) : 1;
        var window = 0;
        while (FreePermits(window, request.Background, kept) < atLeast)
        {
            window++;
        }

        return window;
    }

    private int FreePermits(int window, bool background, int kept)
    {
        if (window >= Windows.Count)
        {
            return Math.Max(1, Limit - kept);
        }

        var reserved = Windows[window];
        var left = Limit - reserved.Permits;
        return background ? Math.Min(left, Math.Max(1, Limit - kept) - reserved.BackgroundPermits) : left;
    }

    // All reservations of a window start in its first tenth, evenly: nobody stampedes, and nobody is late for it. A run does not wait for
    // itself.
    private TimeSpan StaggerWithin(int window, string run) => window >= Windows.Count
        ? TimeSpan.Zero
        : WindowLength / 10 * Math.Min(1, Windows[window].PermitsOfOthers(run) / (double)Limit);

    private void Add(int window, string run, int permits, bool background)
    {
        while (Windows.Count <= window)
        {
            Windows.Add(new());
        }

        Windows[window].Add(run, permits, background);
    }
}
