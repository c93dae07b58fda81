using Microsoft.Extensions.Hosting;

using var host = Host.CreateApplicationBuilder(args).Build();
await host.RunAsync();
