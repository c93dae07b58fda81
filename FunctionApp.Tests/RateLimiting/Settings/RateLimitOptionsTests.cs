using FuseDeskFlows.RateLimiting.Settings;
using FuseDeskFlows.Truto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.RateLimiting.Settings;

public sealed class RateLimitOptionsTests
{
    [Fact]
    public async Task Settings_of_single_flows_are_checked_before_anything_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Truto:ApiToken"] = "token",
            ["Truto:IntegratedAccountId"] = "account",
            ["Truto:InteractiveHeadroom"] = "0.95",
            ["Truto:Flows:CaseDigest:InteractiveHeadroom"] = "-0.1",
            ["Truto:Flows:CaseTriage:MaxQuotaWait"] = "00:00:00",
        });
        builder.Services.AddTruto(builder.Configuration);
        using var host = builder.Build();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Truto:InteractiveHeadroom must be", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Truto:Flows:CaseDigest:InteractiveHeadroom must be", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Truto:Flows:CaseTriage:MaxQuotaWait must be", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_single_flows_come_before_the_general_ones()
    {
        var options = new RateLimitOptions { Flows = { ["CaseDigest"] = new() { InteractiveHeadroom = 0.4 } } };

        Assert.Equal((0.4, 0.1, 0.1), (options.HeadroomOf("casedigest"), options.HeadroomOf("CaseTriage"), options.HeadroomOf(null)));
        Assert.Equal(TimeSpan.FromDays(1), options.MaxWaitOf("CaseDigest"));
    }
}
