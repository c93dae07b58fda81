using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>A part of a request that was read: its value, or what is wrong with it.</summary>
/// <typeparam name="T">What it means.</typeparam>
/// <param name="Value">The value, unless there is a problem.</param>
/// <param name="Problem">What is wrong; null if nothing is.</param>
internal readonly record struct ParseResult<T>(T? Value, ProblemDetails? Problem)
{
    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParseResult<T>(T? value) => new(value, null);

    /// <summary>A problem.</summary>
    /// <param name="problem">The problem.</param>
    public static implicit operator ParseResult<T>(ProblemDetails problem) => new(default, problem);
}
