using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>Reads as the app does, and notes what a type does not keep of what it reads.</summary>
internal sealed class CheckingConverter(DataConverter converter) : DataConverter
{
    private readonly List<string> _losses = [];

    /// <summary>What was lost.</summary>
    public IReadOnlyList<string> Losses => _losses;

    public override string? Serialize(object? value) => converter.Serialize(value);

    public override object? Deserialize(string? data, Type targetType)
    {
        var value = converter.Deserialize(data, targetType);
        if (JsonLoss.Find(data, converter.Serialize(value)) is { } loss)
        {
            _losses.Add($"{targetType} does not keep what was recorded: {loss}.");
        }

        return value;
    }
}
