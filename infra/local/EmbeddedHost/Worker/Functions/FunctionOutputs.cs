using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Queues;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Where a function's result goes: as a whole, or property by property.</summary>
/// <param name="Queues">The queues, each with the part of the result that it gets.</param>
/// <param name="HttpResult">The property that is the HTTP response; null if none is marked.</param>
/// <param name="TakesAll">Whether nothing of the result is left for the trigger itself.</param>
internal sealed record FunctionOutputs(IReadOnlyList<QueueOutput> Queues, PropertyInfo? HttpResult, bool TakesAll)
{
    /// <summary>Reads the attributes of a method and of its result.</summary>
    /// <exception cref="Hosting.HostStartException">A setting of a queue's name is missing.</exception>
    public static FunctionOutputs Of(MethodInfo method, SettingExpander settings)
    {
        var queues = method.GetCustomAttributes<QueueOutputAttribute>()
            .Select(a => new QueueOutput(result => result, Address(a, settings)))
            .ToList();
        var takesAll = queues.Count > 0;
        PropertyInfo? http = null;
        foreach (var property in MethodCall.ResultType(method)?.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [])
        {
            if (property.GetCustomAttribute<HttpResultAttribute>() is not null)
            {
                http = property;
            }

            if (property.GetCustomAttribute<QueueOutputAttribute>() is not { } attribute)
            {
                continue;
            }

            queues.Add(new QueueOutput(property.GetValue, Address(attribute, settings)));
            takesAll = true;
        }

        return new FunctionOutputs(queues, http, takesAll);
    }

    /// <summary>Writes what goes to queues and returns what is left for the trigger.</summary>
    public async Task<object?> WriteAsync(object? result, QueueWriter writer, CancellationToken cancellationToken)
    {
        if (result is null)
        {
            return null;
        }

        foreach (var output in Queues)
        {
            await writer.WriteAsync(output.Queue, output.Part(result), cancellationToken);
        }

        if (HttpResult is not null)
        {
            return HttpResult.GetValue(result);
        }

        return TakesAll ? null : result;
    }

    private static QueueAddress Address(QueueOutputAttribute attribute, SettingExpander settings) =>
        QueueAddress.Of(settings.Expand(attribute.QueueName), attribute.Connection);
}
