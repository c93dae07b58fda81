namespace FuseDeskFlows.Tests.Contracts;

/// <summary>A type of many shapes that no package has.</summary>
public class NotMicrosofts
{
    public const int Limit = 1;

    public string? Name { get; init; }

    public int Secret { get; private set; }

    public static implicit operator int(NotMicrosofts value) => value?.Secret ?? 0;

    public static int ToInt32(NotMicrosofts value) => value;

    protected virtual T? Generic<T>(Dictionary<T, int?>[] many, ref string text)
        where T : notnull
    {
        text += many.Length;
        return default;
    }
}
