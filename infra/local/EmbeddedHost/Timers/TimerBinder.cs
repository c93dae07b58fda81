using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Timers;

/// <summary>Timer functions.</summary>
internal sealed class TimerBinder(SettingExpander settings, TimeZoneInfo zone, TimeProvider time) : ITriggerBinder
{
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    public Type AttributeType => typeof(TimerTriggerAttribute);

    public FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute)
    {
        var timer = (TimerTriggerAttribute)attribute;
        var expression = settings.Expand(timer.Schedule);
        var schedule = TimerSchedules.Parse(expression, zone);
        return new TimerFunctionTrigger(expression, schedule, timer.RunOnStartup, timer.UseMonitor && !IsOften(schedule));
    }

    public ParameterSource? Bind(ParameterInfo parameter, bool isTrigger) =>
        isTrigger && parameter.ParameterType == typeof(TimerInfo) ? invocation => new(invocation.Trigger) : null;

    // As the Functions host has it: a timer that comes more than once a minute is not worth making up for.
    private bool IsOften(ITimerSchedule schedule)
    {
        var first = schedule.Next(time.GetUtcNow());
        for (var i = 0; i < 10; i++)
        {
            var second = schedule.Next(first);
            if (second - first < ShortestMonitored)
            {
                return true;
            }

            first = second;
        }

        return false;
    }
}
