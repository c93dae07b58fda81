using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>What the document says of one HTTP function.</summary>
/// <param name="Function">The function's name, which is the operation's id.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The route, without the prefix that the host's settings decide.</param>
/// <param name="Summary">What it does, for a person.</param>
internal sealed record ApiRoute(string Function, HttpMethod Method, string Path, string Summary)
{
    private static readonly int[] StartProblems = [400, 406, 409, 413, 415, 422, 500, 503];

    /// <summary>The request's record; null if the route takes no body.</summary>
    public Type? Request { get; init; }

    /// <summary>The fields of the record that a caller may set; the others are the app's own.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>What to set, for a person.</summary>
    public string? RequestNote { get; init; }

    /// <summary>A body, as JSON.</summary>
    public string? Example { get; init; }

    /// <summary>The values in the route.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>What the answer of 200 holds; null for nothing.</summary>
    public Type? Answer { get; init; }

    /// <summary>What the answer of 202 holds; null if there is none.</summary>
    public Type? Accepted { get; init; }

    /// <summary>Whether <c>Accept</c> may ask for Markdown or a page instead of JSON.</summary>
    public bool HasPages { get; init; }

    /// <summary>Whether it starts a run: it takes a key and a time to wait, and answers 202 if the report is not there by then.</summary>
    public bool Starts { get; init; }

    /// <summary>The statuses of problem details that it may answer with.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];

    /// <summary>Whether a function key is needed.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>A route that starts a run.</summary>
    public static ApiRoute Starting<TRequest, TReport>(string function, string path, string summary, string example) =>
        new(function, HttpMethod.Post, path, summary)
        {
            Request = typeof(TRequest),
            Example = example,
            Answer = typeof(TReport),
            Accepted = typeof(HttpManagementPayload),
            HasPages = true,
            Starts = true,
            Problems = StartProblems,
        };

    /// <summary>A route that shows something.</summary>
    public static ApiRoute Reading<TAnswer>(string function, string path, string summary, params int[] problems) =>
        new(function, HttpMethod.Get, path, summary) { Answer = typeof(TAnswer), Problems = problems };
}
