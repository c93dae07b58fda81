using FuseDeskFlows.Language;
using FuseDeskFlows.Truto;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddTruto(builder.Configuration);
builder.Services.AddSingleton<ICaseSummarizer, ExtractiveSummarizer>();
await builder.Build().RunAsync();
