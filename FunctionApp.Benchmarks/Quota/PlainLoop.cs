using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Quota;

/// <summary>
/// The job as a loop in one process: after a 429 a call sleeps for <c>ratelimit-reset</c> seconds, and gives up after three retries.
/// </summary>
internal sealed class PlainLoop : IDisposable
{
    private const int Retries = 3;

    private readonly HttpClient _http;
    private readonly string _account;

    /// <summary>Prepares the loop.</summary>
    /// <param name="sandbox">Where FuseDesk is.</param>
    public PlainLoop(SandboxServer sandbox)
    {
        _http = new HttpClient { BaseAddress = sandbox.BaseUrl };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.ApiToken);
        _account = Uri.EscapeDataString(sandbox.IntegratedAccountId);
    }

    /// <summary>Does the job.</summary>
    /// <param name="cases">How many cases to list and fetch.</param>
    /// <param name="width">How many fetches run at a time.</param>
    /// <returns>How many cases were lost.</returns>
    public async Task<int> RunAsync(int cases, int width)
    {
        var ids = new List<string>();
        for (string? cursor = null; ids.Count < cases;)
        {
            var from = cursor is null ? "" : "&next_cursor=" + Uri.EscapeDataString(cursor);
            var address = $"proxy/cases?integrated_account_id={_account}&limit={QuotaBenchmark.PageSize}{from}";
            var page = await GetAsync(address) ?? throw new InvalidOperationException("The list itself was lost.");
            ids.AddRange(
                page.GetProperty("result").EnumerateArray().Select(item => item.GetProperty("id").ToString()).Take(cases - ids.Count));
            cursor = page.GetProperty("next_cursor").GetString();
        }

        var lost = 0;
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = width }, async (id, _) =>
        {
            if (await GetAsync($"proxy/cases/{id}?integrated_account_id={_account}") is null)
            {
                Interlocked.Increment(ref lost);
            }
        });
        return lost;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement?> GetAsync(string address)
    {
        for (var attempt = 0; attempt <= Retries; attempt++)
        {
            using var response = await _http.GetAsync(new Uri(address, UriKind.Relative));
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return JsonElement.Parse(await response.Content.ReadAsStringAsync());
            }

            var reset = response.Headers.GetValues("ratelimit-reset").First();
            await Task.Delay(TimeSpan.FromSeconds(double.Parse(reset, CultureInfo.InvariantCulture)));
        }

        return null;
    }
}
