using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language;

/// <summary>Tells a case in the words of whoever moved it last: what the customer asks while she waits, else what the team did.</summary>
internal sealed class ExtractiveLineWriter : ICaseLineWriter
{
    private const int Longest = 180;

    /// <inheritdoc />
    public Task<CaseLine?> WriteAsync(Case supportCase, CancellationToken cancellation) => Task.FromResult(Write(supportCase));

    /// <summary>Tells a case.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The line; null if nobody wrote anything.</returns>
    public static CaseLine? Write(Case supportCase)
    {
        var text = new CaseText(supportCase);
        var asked = CustomerQuestion.LastOf(supportCase)?.Text;
        var done = text.Items.Where(item => item.Item.RepId is not null && !item.Item.IsFromCustomer()).Select(text.Action).LastOrDefault(action => action is not null);
        var said = text.Items.SelectMany(item => item.Sentences).FirstOrDefault();
        var line = Waiting.Of(supportCase)?.On == WaitingOn.Team ? asked ?? done ?? said : done ?? asked ?? said;
        return line is null ? null : new() { Text = SafeText.Short(SafeText.Capitalised(line), Longest), WrittenBy = ExtractiveSummarizer.Name };
    }
}
