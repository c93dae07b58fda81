using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>Keeps a book's windows where the account's are: how large and how long they are, and when the first one opens.</summary>
internal static class ReservationWindows
{
    private const int MaxGap = 1000;

    /// <summary>Moves the book to the present, by what a refused run was told.</summary>
    /// <param name="book">The book; its first window becomes the first in which a turn may be.</param>
    /// <param name="ask">What the run was told.</param>
    /// <param name="now">The moment.</param>
    public static void Align(SharedRateLimiterState book, ReservationRequest ask, DateTimeOffset now)
    {
        Learn(book, ask, now);
        Forget(book, now);
        Move(book, ask, now);
    }

    private static void Learn(SharedRateLimiterState book, ReservationRequest ask, DateTimeOffset now)
    {
        var usual = DefaultRateLimits.Of(ask.Owner);
        book.Limit = ask.Limit is > 0 ? ask.Limit.Value : book.Limit > 0 ? book.Limit : usual.Limit;
        book.Length = ask.Window is { } told && told > TimeSpan.Zero ? told : book.Length > TimeSpan.Zero ? book.Length : usual.Length;

        // A window that is still open for longer than a window lasts proves that windows are longer.
        if (ask.RetryAt is { } retryAt && retryAt - now > book.Length + usual.Rounding)
        {
            book.Length = retryAt - now;
        }
    }

    private static void Forget(SharedRateLimiterState book, DateTimeOffset now)
    {
        var over = (int)Math.Min(book.Runs.Count, Math.Max(0, Math.Floor((now - book.OpensAt) / book.Period)));
        book.Drop(over);
        book.OpensAt += book.Period * over;
    }

    /// <summary>Puts the first window where the next turn may be: the present window if it is only promised, else the next.</summary>
    private static void Move(SharedRateLimiterState book, ReservationRequest ask, DateTimeOffset now)
    {
        if (ask.RetryAt is { } retryAt && retryAt > now)
        {
            book.Blind = 0;
        }

        if (ask.Queued && book.Runs.Count > 0 && book.OpensAt <= now)
        {
            var present = Next() - book.Period;
            book.OpensAt = present is { } known && (known - book.OpensAt).Duration() < book.Period / 2 ? known : book.OpensAt;
            return;
        }

        Shift(book, Next() ?? Guess(book, now));

        DateTimeOffset? Next() => ask.RetryAt is { } told ? (told > now ? told : now) + QuotaShare.Margin(book.Length) : null;
    }

    private static void Shift(SharedRateLimiterState book, DateTimeOffset next)
    {
        var windows = (int)Math.Clamp(Math.Round((next - book.OpensAt) / book.Period), -MaxGap, book.Runs.Count);
        if (windows > 0)
        {
            book.Drop(windows);
        }

        for (var i = windows; i < 0 && book.Runs.Count > 0; i++)
        {
            book.Insert();
        }

        book.OpensAt = next;
    }

    /// <summary>Nobody tells when the window ends: wait longer each time, but all for the same moment.</summary>
    private static DateTimeOffset Guess(SharedRateLimiterState book, DateTimeOffset now)
    {
        if (book.OpensAt > now)
        {
            return book.OpensAt;
        }

        var wait = TimeSpan.FromSeconds(2) * Math.Pow(2, Math.Min(book.Blind, 10));
        book.Blind++;
        return now + (wait < DefaultRateLimits.MaxGuess ? wait : DefaultRateLimits.MaxGuess);
    }
}
