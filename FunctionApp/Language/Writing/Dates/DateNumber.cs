namespace FuseDeskFlows.Language.Writing.Dates;

/// <summary>A number in a text, and what it may be in a date.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The index after it.</param>
internal sealed record DateNumber(int Value, int Start, int End)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public int Digits => End - Start;

    public bool IsYear => Digits == 4 && Value is >= FirstYear and < LastYear;

    public bool IsDay => Digits <= 2 && Value is >= 1 and <= 31;

    public bool IsMonth => Digits <= 2 && Value is >= 1 and <= 12;
}
