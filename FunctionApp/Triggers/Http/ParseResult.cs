using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>A part of a request that was parsed: its value, or what is wrong with it.</summary>
/// <typeparam name="T">What it means.</typeparam>
/// <param name="Value">The value, unless there is a problem.</param>
/// <param name="Problem">What is wrong; null if nothing is.</param>
internal readonly record struct ParseResult<T>(T? Value, ProblemDetails? Problem)
{
    public static implicit operator ParseResult<T>(T? value) => new(value, null);

    public static implicit operator ParseResult<T>(ProblemDetails problem) => new(default, problem);

    /// <summary>Makes another value of this one; a problem stays what it is.</summary>
    public ParseResult<TOther> Select<TOther>(Func<T, TOther> convert) => Problem is null ? convert(Value!) : Problem;
}
