using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>HTTP functions: the request, its body, and route values and query by name.</summary>
internal sealed class HttpBinder(string routePrefix) : ITriggerBinder
{
    public Type AttributeType => typeof(HttpTriggerAttribute);

    public FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute)
    {
        var http = (HttpTriggerAttribute)attribute;
        var route = $"{routePrefix}/{(http.Route ?? functionName).TrimStart('/')}".Trim('/');
        try
        {
            RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException e)
        {
            throw new HostStartException($"the route '{http.Route}' is not a route template: {e.Message.TrimEnd('.')}", e);
        }

        return new HttpFunctionTrigger(route, [.. (http.Methods ?? []).Select(m => m.ToUpperInvariant()).Distinct(StringComparer.Ordinal)]);
    }

    public ParameterSource? Bind(ParameterInfo parameter, bool isTrigger)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
        {
            return invocation => new(((HttpContext)invocation.Trigger).Request);
        }

        if (isTrigger)
        {
            return null;
        }

        if (parameter.GetCustomAttribute<FromBodyAttribute>() is not null)
        {
            return invocation => JsonBody.ReadAsync((HttpContext)invocation.Trigger, parameter.ParameterType, parameter.Name!);
        }

        return TextConversion.Knows(parameter.ParameterType) ? invocation => new(ByName(invocation, parameter)) : null;
    }

    private static object? ByName(EmbeddedFunctionContext invocation, ParameterInfo parameter)
    {
        var value = invocation.BindingContext.BindingData.GetValueOrDefault(parameter.Name!);
        return value is null && parameter.HasDefaultValue
            ? parameter.DefaultValue
            : TextConversion.Convert(value, parameter.ParameterType, parameter.Name!);
    }
}
