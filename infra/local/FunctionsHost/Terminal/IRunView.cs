namespace LocalFunctionsHost.Terminal;

/// <summary>Shows a person how a run goes on.</summary>
internal interface IRunView
{
    /// <summary>Shows while something is watched.</summary>
    /// <param name="watch">Watches the run, and hands on its custom status (JSON, null for none) as often as it looks.</param>
    /// <typeparam name="T">What the run ends with.</typeparam>
    Task<T> ShowAsync<T>(Func<Action<string?>, Task<T>> watch);
}
