using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Language.Writing.Dates;
using FuseDeskFlows.Language.Writing.Grounding;

namespace FuseDeskFlows.Tests.Language.Writing.Dates;

public sealed class DatesOfLanguagesTests
{
    private static readonly HistoryItem Asked = Some.In(
        "Die Sitzung ist am 20. November. Wir brauchen die Liste bis Donnerstag, den 19.11., z. B. als Datei.") with
    {
        At = new(2026, 11, 13, 11, 40, 0, TimeSpan.Zero),
        Number = 1,
    };

    [Theory]
    [InlineData("13. November 2026")]
    [InlineData("13. November")]
    [InlineData("13.11.2026")]
    [InlineData("13.11.26")]
    [InlineData("13. Nov. 2026")]
    [InlineData("13 novembre 2026")]
    [InlineData("le 13 nov. 2026")]
    [InlineData("13/11/2026")]
    [InlineData("13 de noviembre")]
    [InlineData("13 de noviembre de 2026")]
    [InlineData("13 de novembro de 2026")]
    [InlineData("13 november 2026")]
    [InlineData("13 listopada 2026 r.")]
    [InlineData("Nov. 13, 2026")]
    [InlineData("November 13th, 2026")]
    [InlineData("11/13/2026")]
    [InlineData("the 13th of November")]
    [InlineData("2026-11-13")]
    [InlineData("13-11-2026")]
    [InlineData("2026年11月13日")]
    [InlineData("11月13日")]
    [InlineData("2026年11月")]
    [InlineData("２０２６年１１月１３日")]
    [InlineData("2026년 11월 13일")]
    [InlineData("13 نوفمبر 2026")]
    [InlineData("13 בנובמבר 2026")]
    [InlineData("13. listopadu 2026")]
    [InlineData("2026. november 13.")]
    [InlineData("13 Kasım 2026")]
    [InlineData("13 ноября 2026 г.")]
    [InlineData("13 Νοεμβρίου 2026")]
    [InlineData("13. marraskuuta 2026")]
    [InlineData("13 noiembrie 2026")]
    [InlineData("20 November 2026")]
    [InlineData("20.11.2026")]
    [InlineData("19 novembre")]
    public void A_day_of_the_history_may_be_written_in_any_form_of_any_language(string day) =>
        Assert.Null(Objection($"Geschrieben: {day}, danke"));

    [Theory]
    [InlineData("14. November 2026")]
    [InlineData("13. Dezember 2026")]
    [InlineData("13 novembre 2025")]
    [InlineData("14.11.2026")]
    [InlineData("13.12.2026")]
    [InlineData("14 de noviembre")]
    [InlineData("2026年11月14日")]
    [InlineData("2026년 12월 13일")]
    [InlineData("Nov. 14, 2026")]
    [InlineData("Version 13.11")]
    [InlineData("13 invoices")]
    [InlineData("13.11.2026.4")]
    public void A_day_that_it_does_not_know_is_objected_to(string day) =>
        Assert.Contains("number", Objection($"Geschrieben: {day}, danke"), StringComparison.Ordinal);

    [Theory]
    [InlineData("The 27\" monitor arrived broken.")]
    [InlineData("The customer wrote “The 27\" monitor arrived broken.”")]
    [InlineData("The customer wrote \"The 27\" monitor arrived broken.\"")]
    [InlineData("The 27″ monitor arrived broken.")]
    [InlineData("A 27\" and a 24\" monitor were asked for.")]
    [InlineData("The code is \"4711\".")]
    [InlineData("The customer wrote \"code 4711\" about the 27\" monitor.")]
    public void A_sign_for_inches_is_no_quotation_mark(string text) => Assert.Null(
        Objection(text, Some.In("The 27\" monitor arrived broken. I asked for a 24\" one. It has code 4711.") with { Number = 1 }));

    [Theory]
    [InlineData("The customer wrote “The 27\" screen arrived broken.”", "quotes words")]
    [InlineData("The customer wrote \"broken", "counterpart")]
    [InlineData("The customer wrote \"code 4712\".", "number")]
    public void A_quotation_is_checked_beside_it(string text, string reason) => Assert.Contains(
        reason,
        Objection(text, Some.In("The 27\" monitor arrived broken. It has code 4711.") with { Number = 1 }),
        StringComparison.Ordinal);

    [Fact]
    public void Two_megabytes_of_dates_take_a_time_linear_in_their_length()
    {
        var text = string.Concat(Enumerable.Repeat("13 de de november 1.1.1. 2026年 ", 60_000));
        DateScanner.Find("13 november");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        DateScanner.Find(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    private static string? Objection(string text, HistoryItem? item = null) => GroundingCheck.Run(
        ScriptedModel.Statements((text, [1])),
        truncated: false,
        WritingTaskFactory.For(new DraftWritingRequest { Case = Some.Case() with { History = [item ?? Asked], OpenedAt = null } }),
        [1]).FailedCheck;
}
