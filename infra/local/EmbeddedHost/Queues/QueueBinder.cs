using System.Reflection;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Queue functions: the message in the form that is asked for, and what is known of it by name.</summary>
internal sealed class QueueBinder(SettingExpander settings) : ITriggerBinder
{
    public Type AttributeType => typeof(QueueTriggerAttribute);

    public FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute)
    {
        var queue = (QueueTriggerAttribute)attribute;
        return new QueueFunctionTrigger(QueueAddress.Of(settings.Expand(queue.QueueName), queue.Connection));
    }

    public ParameterSource? Bind(ParameterInfo parameter, bool isTrigger)
    {
        if (isTrigger)
        {
            return parameter.ParameterType.IsInterface || parameter.ParameterType.IsAbstract
                ? null
                : invocation => new(Message((QueueMessage)invocation.Trigger, parameter, invocation));
        }

        return QueueTriggerData.Names.Contains(parameter.Name!) && TextConversion.Knows(parameter.ParameterType)
            ? invocation => new(TextConversion.Convert(invocation.BindingContext.BindingData[parameter.Name!], parameter.ParameterType, parameter.Name!))
            : null;
    }

    private static object? Message(QueueMessage message, ParameterInfo parameter, EmbeddedFunctionContext invocation)
    {
        var type = parameter.ParameterType;
        if (type == typeof(string))
        {
            return message.Body.ToString();
        }

        if (type == typeof(byte[]))
        {
            return message.Body.ToArray();
        }

        if (type == typeof(BinaryData))
        {
            return message.Body;
        }

        if (type == typeof(QueueMessage))
        {
            return message;
        }

        try
        {
            var options = invocation.InstanceServices.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
            return JsonSerializer.Deserialize(message.Body.ToMemory().Span, type, options);
        }
        catch (JsonException e)
        {
            throw new FunctionInputConverterException($"Parameter '{parameter.Name}' cannot be read from the message as {type.Name}.", e);
        }
    }
}
