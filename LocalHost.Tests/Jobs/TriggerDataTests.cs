using System.Text.Json;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Jobs;
using LocalFunctionsHost.Worker.Wire;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace LocalHost.Tests.Jobs;

public sealed class TriggerDataTests
{
    private static readonly Dictionary<string, object?> Data = new() { ["QueueTrigger"] = "the message", ["DequeueCount"] = 1 };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 9, 17, 4, 5, TimeSpan.Zero));

    [Fact]
    public void Properties_of_a_JSON_message_are_data_and_win_over_what_is_there()
    {
        var data = Of("queueTrigger", """ {"a":1,"b":"x","nested":{"c":true},"list":[1],"nothing":null,"queuetrigger":"mine"} """);
        Assert.Equal(["DequeueCount", "QueueTrigger", "a", "b", "nested"], data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("1", data["a"]);
        Assert.Equal("x", data["b"]);
        Assert.True(JToken.DeepEquals(new JObject { ["c"] = true }, (JObject)data["nested"]!));
        Assert.Equal("mine", data["QueueTrigger"]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("""[{"a":1}]""")]
    [InlineData("{not JSON}")]
    public void Any_other_message_adds_nothing(string message) => Assert.Equal(Data, Of("queueTrigger", message));

    [Fact]
    public void An_activity_keeps_its_input_to_itself() => Assert.Equal(Data, Of("activityTrigger", """{"a":1}"""));

    [Fact]
    public void A_timer_tells_the_time_of_its_run() => Assert.Equal("03/09/2026 17:04:05", Of("timerTrigger", "{}")["TimerTrigger"]);

    private IReadOnlyDictionary<string, object?> Of(string trigger, string value)
    {
        var binding = new BindingEntry("t", trigger, "In", JsonSerializer.SerializeToElement(new { }));
        var function = new FunctionEntry("F", "App.dll", "App.F", "dotnet-isolated", [binding]);
        return TriggerData.Of(function, new TypedData { String = value }, Data, _time);
    }
}
