using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>One app for all tests of a class, and one digest of all cases.</summary>
public sealed class MailApp : IAsyncLifetime
{
    private readonly Dictionary<long, JsonElement> _digest = [];
    private TriageApp? _app;

    public async ValueTask InitializeAsync()
    {
        _app = await TriageApp.StartAsync(
            null, builder => builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new MailHandler())));
        var digest = await _app.ReportAsync(
            "api/cases/digest",
            new
            {
                openedFrom = "2026-11-10",
                openedTo = "2026-11-12",
                timeZone = "UTC",
            });
        foreach (var entry in digest.GetProperty("cases").EnumerateArray())
        {
            _digest[entry.GetProperty("id").GetInt64()] = entry;
        }
    }

    public Task<JsonElement> TriageAsync(string name) => _app!.TriageAsync(new { caseId = Id(name) });

    public Task<JsonElement> DraftAsync(string name) =>
        _app!.ReportAsync(string.Create(CultureInfo.InvariantCulture, $"api/cases/{Id(name)}/draft"), new { });

    public Task<JsonElement> TimelineAsync(string name) =>
        _app!.ReportAsync("api/contacts/timeline", new { contactId = MailCases.Read(name)["contactUuid"]!.GetValue<string>() });

    /// <summary>The case's entry in the digest of all.</summary>
    public JsonElement DigestEntry(string name) => _digest[Id(name)];

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private static long Id(string name) => MailCases.Read(name)["caseid"]!.GetValue<long>();
}
