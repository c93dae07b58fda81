using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Truto.Tools;

/// <summary>A list is followed to its end, and never for ever.</summary>
public sealed class PageSequenceTests
{
    [Fact]
    public void A_list_ends_where_it_names_no_next_page()
    {
        var sequence = new PageSequence();
        Assert.Equal("b", sequence.Next(Page("b", 2)));
        Assert.Null(sequence.Next(Page(null, 1)));
        Assert.Null(sequence.Fault);
    }

    [Fact]
    public void An_empty_page_that_repeats_its_cursor_is_the_end()
    {
        var sequence = new PageSequence();
        Assert.Equal("b", sequence.Next(Page("b", 2)));
        Assert.Null(sequence.Next(Page("b", 0)));
        Assert.Null(sequence.Fault);
    }

    [Fact]
    public void A_page_with_entries_that_names_itself_ends_the_list_badly()
    {
        var sequence = new PageSequence();
        Assert.Equal("b", sequence.Next(Page("b", 2)));
        Assert.Null(sequence.Next(Page("b", 2)));
        Assert.Contains("read already", sequence.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_empty_pages_are_followed_and_endless_ones_are_not()
    {
        var sequence = new PageSequence();
        var pages = Enumerable.Range(1, 100).TakeWhile(number => sequence.Next(Page($"{number}", 0)) is not null).Count();
        Assert.Equal(PageSequence.MaxEmptyPages - 1, pages);
        Assert.Contains("empty", sequence.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_whose_entries_our_filter_dropped_are_not_empty()
    {
        var sequence = new PageSequence();
        Assert.Equal(100, Enumerable.Range(1, 100).TakeWhile(number => sequence.Next(Page($"{number}", 1)) is not null).Count());
    }

    [Fact]
    public void Whatever_a_server_names_as_next_the_pages_are_counted_and_an_end_without_fault_is_one()
    {
        var pages = (
            from next in Gen.Elements(null, "", "a", "b", "c", "d", "e", "f")
            from entries in Gen.Choose(0, 2)
            select (next, entries)).ListOf();
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                pages.ToArbitrary(),
                server =>
                {
                    // The server goes on for ever, round and round; the last page of the list that was taken in is where it ended.
                    var sequence = new PageSequence();
                    var read = 0;
                    (string? Next, int Entries) last;
                    string? current = null,
                        cursor = null;
                    do
                    {
                        current = cursor;
                        last = server.Count == 0 ? ("a", 1) : server[read % server.Count];
                        read++;
                        cursor = sequence.Next(Page(last.Next, last.Entries));
                    } while (cursor is not null && read < 1000);

                    var endedWell =
                        string.IsNullOrEmpty(last.Next)
                        || (last.Entries == 0 && string.Equals(last.Next, current, StringComparison.Ordinal));
                    return read <= PageSequence.MaxPages + 1 && read <= 8 && endedWell == (sequence.Fault is null);
                }));
    }

    private static Page<Rep> Page(string? next, int entries) => new() { NextCursor = next, Entries = entries };
}
