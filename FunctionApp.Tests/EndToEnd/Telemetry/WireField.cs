using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FuseDeskFlows.Tests.EndToEnd.Telemetry;

/// <summary>One field of a protobuf message: enough of the wire format to read what OTLP exporters send.</summary>
internal sealed record WireField(int Number, ulong Scalar, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    public double Double => BitConverter.UInt64BitsToDouble(Scalar);

    public IReadOnlyList<WireField> Fields => Read(Bytes);

    public IEnumerable<WireField> All(params ReadOnlySpan<int> path) => Down([this], path);

    public static IReadOnlyList<WireField> Read(ReadOnlyMemory<byte> message)
    {
        var fields = new List<WireField>();
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var number = (int)(tag >> 3);
            fields.Add((tag & 7) switch
            {
                0 => new(number, Varint(ref message), default),
                1 => new(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span), default),
                2 => new(number, 0, Take(ref message, checked((int)Varint(ref message)))),
                5 => new(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span), default),
                var type => throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"Wire type {type} in field {number}.")),
            });
        }

        return fields;
    }

    public static IEnumerable<WireField> Down(IEnumerable<WireField> from, ReadOnlySpan<int> path)
    {
        foreach (var step in path)
        {
            from = [.. from.SelectMany(field => field.Fields).Where(field => field.Number == step)];
        }

        return from;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref message, 1).Span[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, int length)
    {
        var taken = message[..length];
        message = message[length..];
        return taken;
    }
}
