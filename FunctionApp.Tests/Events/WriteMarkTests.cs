using System.Text.Json;
using FuseDeskFlows.Events;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Events;

/// <summary>What the app writes starts nothing; a customer who quotes it is heard.</summary>
public sealed class WriteMarkTests
{
    private const string Marker = "[fusedeskflows]";
    private static readonly string Signed = WriteMark.Sign("Please call her back.\nShe waits.", Marker, "write-1");

    [Fact]
    public void A_signed_text_ends_with_the_marker_and_a_number_of_the_write()
    {
        Assert.Matches(@"\APlease call her back\.\nShe waits\.\n\n\[fusedeskflows\] [0-9a-f]{16}\z", Signed);
        Assert.Equal(Signed, WriteMark.Sign(Signed, Marker, "write-1"));
        Assert.NotEqual(WriteMark.TokenOf(Signed, Marker),
            WriteMark.TokenOf(WriteMark.Sign("Please call her back.\nShe waits.", Marker, "write-2"), Marker));
        Assert.Equal("A text", WriteMark.Sign("A text", "", "write-1"));
        Assert.StartsWith(Signed + " and more", WriteMark.Sign(Signed + " and more", Marker, "write-1"), StringComparison.Ordinal);
    }

    public static TheoryData<string, bool> Texts => new()
    {
        { Signed, true },
        { Signed.Replace("\n", "\r\n", StringComparison.Ordinal), true },
        { $"<p>{Signed.Replace("\n\n", "</p><p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)}</p>", true },
        { "A note of another program " + Marker, true },
        { "Thank you!\n\n> " + Signed.Replace("\n", "\n> ", StringComparison.Ordinal), false },
        { Signed + "\n\nBut nobody called.", false },
        { Signed.Replace("her", "him", StringComparison.Ordinal), false },
        { "Please call her back.", false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Only_what_was_signed_and_nothing_more_is_the_apps_own(string text, bool isOwn)
    {
        var records = new RecordMapping(Options.Create(new CaseEventOptions()));
        Assert.Equal(isOwn, records.IsOwn(JsonSerializer.SerializeToElement(new { raw = new { caseid = 1, note = text } })));
    }
}
