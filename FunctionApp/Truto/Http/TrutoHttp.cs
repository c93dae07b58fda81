using System.Text;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FuseDeskFlows.Truto.Http;

/// <summary>Sends requests to Truto and turns what went wrong on the way into <see cref="TrutoException"/>. It knows no tools.</summary>
internal sealed class TrutoHttp(HttpClient http)
{
    /// <summary>Reads a path, which is escaped already; the query's values are escaped here. Messages call it by what it is.</summary>
    /// <returns>The response, whatever its status, with its whole body.</returns>
    /// <exception cref="TrutoException">No usable response came, not even after trying again.</exception>
    public Task<TrutoResponse> GetAsync(
        string what,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        CancellationToken cancellationToken,
        string? tool = null) =>
        SendAsync(what, path, query, write: null, cancellationToken, tool);

    /// <summary>Sends a write once, or reads if there is nothing to write.</summary>
    /// <returns>The response, whatever its status, with its whole body.</returns>
    /// <exception cref="TrutoException">No usable response came; nothing tells whether a write was carried out.</exception>
    public async Task<TrutoResponse> SendAsync(
        string what,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        HttpWrite? write,
        CancellationToken cancellationToken,
        string? tool = null)
    {
        var pairs = query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        var address = new Uri($"{path}?{string.Join('&', pairs)}", UriKind.Relative);
        using var request = new HttpRequestMessage(write?.Verb ?? HttpMethod.Get, address);
        if (write is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", write.IdempotencyKey);
            request.Content = new StringContent(write.Json, Encoding.UTF8, "application/json");
        }

        var attempts = new AttemptRecord { Tool = tool };
        request.Options.Set(AttemptRecord.Key, attempts);
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new TrutoResponse(what, response, attempts);
        }
        catch (BrokenCircuitException exception)
        {
            throw Fault("was not sent: Truto has failed many times in a row and is left alone for some seconds.", exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw Fault($"got no answer in time, tried {attempts.Sent} times.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw Fault($"got no answer ({exception.HttpRequestError}), tried {attempts.Sent} times.", exception);
        }

        TrutoException Fault(string fault, Exception cause) => new($"{what} {fault}", cause) { Calls = attempts.Sent };
    }
}
