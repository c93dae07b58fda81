using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Parameters that every function may have.</summary>
internal static class CommonParameters
{
    /// <summary>The source of such a parameter; null for any other.</summary>
    /// <exception cref="FuseDeskFlows.EmbeddedHost.Hosting.HostStartException">An attribute does not fit the parameter's type.</exception>
    public static ParameterSource? Bind(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            return parameter.ParameterType == typeof(DurableTaskClient)
                ? invocation => new(invocation.InstanceServices.GetRequiredService<DurableEngine>().Client)
                : throw new FuseDeskFlows.EmbeddedHost.Hosting.HostStartException($"parameter '{parameter.Name}' with [DurableClient] must be a DurableTaskClient");
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return invocation => new(invocation);
        }

        return parameter.ParameterType == typeof(CancellationToken)
            ? invocation => new(invocation.CancellationToken)
            : null;
    }
}
