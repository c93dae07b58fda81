namespace LocalFunctionsHost.Terminal;

/// <summary>Knows what of the log a person can do without.</summary>
internal static class LogNoise
{
    // Advice of the durable extension for apps on Azure, at each start.
    private static readonly string[] Advice =
        ["'APPINSIGHTS_INSTRUMENTATIONKEY' or", "Durable Functions Distributed Tracing V2 is GA now!"];

    /// <summary>Whether an entry says nothing, or what another entry says too.</summary>
    /// <param name="category">Who logged it.</param>
    /// <param name="message">The message.</param>
    public static bool Is(string category, string message) =>
        (category.StartsWith("Function.", StringComparison.Ordinal) && category.EndsWith(".User", StringComparison.Ordinal))
        || Advice.Any(advice => message.StartsWith(advice, StringComparison.Ordinal));

    /// <summary>A text without the lines of stacks.</summary>
    /// <param name="text">A message, or an exception.</param>
    public static string WithoutStack(string text) => string.Join('\n', text.Split('\n').Where(line => !IsFrame(line)));

    private static bool IsFrame(string line) =>
        line.TrimStart() is var start && (start.StartsWith("at ", StringComparison.Ordinal) || start.StartsWith("--- End of", StringComparison.Ordinal));
}
