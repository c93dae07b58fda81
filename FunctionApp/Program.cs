using System.Globalization;
using FuseDeskFlows;
using FuseDeskFlows.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The machine's language must change nothing that is read or written: days of other languages ask for their own culture.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddFuseDeskFlows(builder.Configuration);
    await builder.Build().RunAsync();
    return 0;
}
catch (Exception exception) when (StartFault.Describe(exception) is { } fault)
{
    await Console.Error.WriteLineAsync(fault);
    return 1;
}
