namespace LocalFunctionsHost.Settings;

/// <summary>Names of settings: case does not matter, and <c>a__b</c>, which every shell can write, is <c>a:b</c>.</summary>
internal sealed class SettingNames : IEqualityComparer<string>
{
    public static SettingNames Comparer { get; } = new();

    /// <summary>The form in which .NET's configuration knows the name.</summary>
    public static string Normalize(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>Puts settings into a process's environment; what it had of the same names, in whatever form, goes.</summary>
    public static void Apply(IDictionary<string, string?> environment, IReadOnlyDictionary<string, string?> settings)
    {
        var names = settings.Keys.ToHashSet(Comparer);
        foreach (var old in environment.Keys.Where(names.Contains).ToList())
        {
            environment.Remove(old);
        }

        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }
    }

    public bool Equals(string? x, string? y) =>
        string.Equals(x is null ? null : Normalize(x), y is null ? null : Normalize(y), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(Normalize(obj));
}
