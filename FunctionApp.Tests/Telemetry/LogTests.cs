using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Tests.Infra;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Telemetry;

/// <summary>What the app may log at all.</summary>
public sealed class LogTests
{
    // Names, numbers, times and words of the app's own. There is none for a text, an address, a customer or a token.
    private static readonly Dictionary<string, Type[]> Allowed = new(StringComparer.Ordinal)
    {
        ["flow"] = [typeof(string)],
        ["runId"] = [typeof(string)],
        ["messageId"] = [typeof(string)],
        ["seconds"] = [typeof(double)],
        ["error"] = [typeof(string)],
        ["until"] = [typeof(DateTimeOffset), typeof(DateTimeOffset?)],
        ["since"] = [typeof(DateTimeOffset)],
        ["owner"] = [typeof(string)],
        ["tool"] = [typeof(string)],
        ["kind"] = [typeof(ToolErrorKind)],
        ["status"] = [typeof(int?)],
        ["trouble"] = [typeof(string)],
        ["substitute"] = [typeof(string)],
        ["deployment"] = [typeof(string)],
        ["parameter"] = [typeof(string)],
        ["fault"] = [typeof(string)],
        ["reason"] = [typeof(string)],
        ["attempt"] = [typeof(long)],
        ["attempts"] = [typeof(long)],
        ["count"] = [typeof(int)],
        ["code"] = [typeof(string)],
        ["detail"] = [typeof(string)],
        ["department"] = [typeof(string)],
    };

    private static IReadOnlyList<LogMessage> Messages { get; } = LogMessage.Of(typeof(AppTelemetry).Assembly);

    [Fact]
    public void Every_message_has_an_event_id_of_its_own()
    {
        Assert.True(Messages.Count >= 15);
        Assert.All(Messages, message => Assert.InRange(message.EventId, 1001, 3999));
        Assert.Equal(Messages.Count, Messages.Select(message => message.EventId).Distinct().Count());
        Assert.Equal(Messages.Count, Messages.Select(message => message.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_message_takes_anything_that_could_be_a_customers()
    {
        foreach (var message in Messages)
        {
            foreach (var parameter in message.Parameters)
            {
                Assert.True(
                    Allowed.TryGetValue(parameter.Name!, out var types) && types.Contains(parameter.ParameterType),
                    $"{message.Name} ({message.EventId}) takes {parameter.ParameterType.Name} {parameter.Name}, "
                        + "which is not in the list of what may be logged");
            }
        }
    }

    [Fact]
    public void The_README_lists_every_message()
    {
        var readme = RepositoryFiles.Read("FunctionApp/Telemetry/README.md");
        Assert.All(Messages, message => Assert.Contains($"| {message.EventId} | `{message.Name}` |", readme, StringComparison.Ordinal));
    }
}
