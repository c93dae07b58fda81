namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>A kind of problem, with what the two sides say about it as the conversation goes on.</summary>
internal sealed record Theme
{
    /// <summary>Department that deals with it.</summary>
    public required int DepartmentId { get; init; }

    /// <summary>Titles.</summary>
    public required string[] Subjects { get; init; }

    /// <summary>The customer's first message.</summary>
    public required string[] Openings { get; init; }

    /// <summary>The rep asks back.</summary>
    public required string[] Questions { get; init; }

    /// <summary>The customer answers.</summary>
    public required string[] Answers { get; init; }

    /// <summary>The rep reports what was found or done so far.</summary>
    public required string[] Findings { get; init; }

    /// <summary>The customer comes back to it.</summary>
    public required string[] Nudges { get; init; }

    /// <summary>Internal notes.</summary>
    public required string[] Notes { get; init; }

    /// <summary>Records of calls.</summary>
    public required string[] Calls { get; init; }

    /// <summary>The rep solves it.</summary>
    public required string[] Fixes { get; init; }
}
