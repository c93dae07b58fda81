using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace SemanticsApp.Orchestrations;

/// <summary>A failure as an orchestration sees it.</summary>
/// <param name="Exception">The exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Details">The chain of failures: type and message of each, the outermost first.</param>
public sealed record Caught(string Exception, string Message, IReadOnlyList<string> Details)
{
    public static Caught From(TaskFailedException failure) => new(failure.GetType().Name, failure.Message, Chain(failure.FailureDetails));

    public static Caught From(EntityOperationFailedException failure) =>
        new(failure.GetType().Name, failure.Message, Chain(failure.FailureDetails));

    public static Caught From(Exception failure) => new(failure.GetType().Name, failure.Message, []);

    /// <summary>What the details of a failure say, the outermost first.</summary>
    public static IReadOnlyList<string> Chain(TaskFailureDetails? details)
    {
        var chain = new List<string>();
        for (var at = details; at is not null; at = at.InnerFailure)
        {
            chain.Add($"{at.ErrorType}: {at.ErrorMessage}");
        }

        return chain;
    }
}
