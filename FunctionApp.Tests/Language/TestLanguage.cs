using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Tests.Truto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Tests.Language;

/// <summary>The language services as the app builds them.</summary>
internal sealed class TestLanguage : IDisposable
{
    private readonly ServiceProvider _services;

    public TestLanguage(params (string Name, string Value)[] settings)
        : this(TimeProvider.System, settings)
    {
    }

    public TestLanguage(TimeProvider time, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton(time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddLanguage(configuration)
            .BuildServiceProvider(validateScopes: true);
    }

    /// <summary>No model is configured.</summary>
    public static ModelReadiness NoModel { get; } = new TestLanguage().Readiness;

    public CapturedLog Log { get; } = new();

    public LanguageWriter Writer => _services.GetRequiredService<LanguageWriter>();

    public ModelClient Client => _services.GetRequiredService<ModelClient>();

    public ModelReadiness Readiness => _services.GetRequiredService<ModelReadiness>();

    public Task<LanguageOutcome> SummarizeAsync(Case supportCase, string? objection = null, ModelFault? withoutModel = null) =>
        WriteAsync(new CaseSummaryRequest { Case = supportCase, PreviousFailure = objection, SkipModelBecause = withoutModel });

    public Task<LanguageOutcome> WriteAsync(CaseSummaryRequest request) =>
        Writer.WriteAsync(WritingTaskFactory.For(request), request, TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();
}
