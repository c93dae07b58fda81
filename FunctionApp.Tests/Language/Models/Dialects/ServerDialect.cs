using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Language.Models.Dialects;

/// <summary>How one kind of server speaks.</summary>
/// <param name="Name">Which server, and what is peculiar about it.</param>
/// <param name="Answer">How it answers.</param>
internal sealed record ServerDialect(string Name, Func<ModelRequest, HttpContext, Task> Answer)
{
    /// <summary>What the app is told of it beforehand.</summary>
    public (string Name, string Value)[] Settings { get; init; } = [];

    /// <summary>How many requests the first text takes, with those that the server refuses.</summary>
    public int Requests { get; init; } = 1;

    /// <summary>The type of the problem that a report tells of; null if the text is the model's.</summary>
    public string? Problem { get; init; }

    /// <summary>What the problem's detail must say.</summary>
    public string Reason { get; init; } = "";

    public static ServerDialect Find(IEnumerable<ServerDialect> dialects, string name) =>
        dialects.Single(dialect => string.Equals(dialect.Name, name, StringComparison.Ordinal));
}
