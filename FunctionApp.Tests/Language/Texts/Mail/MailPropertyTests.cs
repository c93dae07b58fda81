using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Tests.Language.Texts.Mail;

/// <summary>What holds for any mails: nothing is invented, and prose that no mail had before is its sender's.</summary>
public sealed class MailPropertyTests
{
    private static readonly string[] Pieces =
    [
        "The export is empty since Monday.",
        "Can you repair it by Friday?",
        "Version 4.2",
        "> quoted words of somebody else here",
        "--",
        "Kind regards",
        "Jonas Weber",
        "On Thu, Nov 12, 2026 at 10:15 AM X <x@y.example> wrote:",
        "From: A <a@b.example>",
        "Subject: Re: x",
        "To: C",
        "Date: 12 November 2026 10:15",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "Sent from my iPhone",
        "",
        "P.S. One more thing.",
        "##- reply above this line -##",
        "これはテストです。",
        "هل يمكنكم إصلاحه؟",
        "1. first",
        "[image.png]",
        "________________________________",
    ];

    private static Gen<string> Mail => Gen.Elements(Pieces).ArrayOf().Select(lines => string.Join('\n', lines));

    private static Gen<string> Prose =>
        from subject in Gen.Elements("The invoice", "Our admin", "The printer", "Each member")
        from verb in Gen.Elements("was lost", "has left", "needs help", "is waiting")
        from number in Gen.Choose(1, 1_000_000)
        select $"{subject} {verb} with number {number} again today.";

    [Fact]
    public void Every_line_of_any_part_is_a_line_of_the_mail() => Check.QuickThrowOnFailure(
        Prop.ForAll(
            Mail.ArrayOf().ToArbitrary(),
            mails =>
            {
                var history = Mails.Separate([.. mails.Select(Mails.FromCustomer)]);
                return history
                    .Zip(mails)
                    .All(pair => Lines(pair.First).All(line => pair.Second.Contains(line, StringComparison.Ordinal)));
            }));

    [Fact]
    public void New_prose_is_its_sender_s() => Check.QuickThrowOnFailure(
        Prop.ForAll(
            Prose.NonEmptyListOf().ToArbitrary(),
            sentences =>
            {
                var distinct = sentences.Distinct(StringComparer.Ordinal).ToList();
                var history = Mails.Separate([
                    .. distinct.Select((text, index) => index % 2 == 0 ? Mails.FromCustomer(text) : Mails.FromTeam(text)),
                ]);
                return history.Select(item => item.Text).SequenceEqual(distinct, StringComparer.Ordinal);
            }));

    private static string[] Lines(HistoryItem item) =>
        $"{item.Text}\n{item.Forwarded?.Text}\n{item.SetAside}".Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
