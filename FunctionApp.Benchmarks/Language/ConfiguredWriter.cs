using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Benchmarks.Language;

/// <summary>
/// Has summaries written by the model of the environment (<c>OpenAI__BaseUrl</c> and so on), if it names one, as the app does.
/// </summary>
internal sealed class ConfiguredWriter : IAsyncDisposable
{
    private const int MaxAttempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddLanguage(new ConfigurationBuilder().AddEnvironmentVariables().Build())
        .BuildServiceProvider();

    /// <summary>Summarises a case; by the rules alone if no model is configured, or if it fails.</summary>
    /// <returns>The summary, and why the model did not write it.</returns>
    /// <exception cref="InvalidOperationException">The model's quota did not come back.</exception>
    public async Task<(GeneratedText? Text, ModelFault? Fault)> SummarizeAsync(Case supportCase)
    {
        var writer = _services.GetRequiredService<LanguageWriter>();
        var request = new CaseSummaryRequest { Case = supportCase };
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var outcome = await writer.WriteAsync(WritingTaskFactory.For(request), request, CancellationToken.None);
            if (outcome.RateLimit is { } limit)
            {
                var wait = limit.RetryAt - DateTimeOffset.UtcNow ?? Pause;
                await Task.Delay(wait > Pause ? wait : Pause);
            }
            else if (outcome.FailedCheck is { } failed)
            {
                request = request with { PreviousFailure = failed };
            }
            else
            {
                return (outcome.Value, outcome.Fault);
            }
        }

        throw new InvalidOperationException("The model's quota did not come back.");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
