namespace FuseDeskFlows.Tests.EndToEnd.Pages;

/// <summary>Tests that look at the console of one app, one after another.</summary>
[CollectionDefinition(nameof(ConsoleCollection))]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleBrowser>;
