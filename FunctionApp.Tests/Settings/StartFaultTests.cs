using FuseDeskFlows.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Settings;

public sealed class StartFaultTests
{
    private static readonly OptionsValidationException One = new("", typeof(object), ["A:B must be a duration", "A:C must be a number"]);

    [Fact]
    public void Wrong_settings_are_named_in_one_sentence_each_once()
    {
        var other = new OptionsValidationException("", typeof(object), ["A:C must be a number", "D:E must be true or false"]);
        Assert.Equal("The app cannot start with these settings: A:B must be a duration; A:C must be a number.", StartFault.Describe(One));
        Assert.Equal(
            "The app cannot start with these settings: A:B must be a duration; A:C must be a number; D:E must be true or false.",
            StartFault.Describe(new AggregateException(One, other)));
    }

    [Fact]
    public void Any_other_fault_keeps_its_stack_trace()
    {
        Assert.Null(StartFault.Describe(new InvalidOperationException("another")));
        Assert.Null(StartFault.Describe(new AggregateException(One, new InvalidOperationException("another"))));
    }
}
