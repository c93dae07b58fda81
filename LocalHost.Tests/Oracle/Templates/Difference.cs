namespace LocalHost.Tests.Oracle.Templates;

/// <summary>Where an answer is not as recorded.</summary>
/// <param name="At"><c>status</c>, <c>header X</c>, <c>body</c>, or the path of a JSON value.</param>
/// <param name="Real">What the real host said there.</param>
/// <param name="Here">What this one says.</param>
public sealed record Difference(string At, string Real, string Here)
{
    private const int Longest = 400;

    /// <inheritdoc />
    public override string ToString() => $"{At}: there {Short(Real)}, here {Short(Here)}";

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..Longest]}... ({text.Length} characters)";
}
