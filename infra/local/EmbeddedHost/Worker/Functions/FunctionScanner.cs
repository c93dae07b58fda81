using System.Reflection;
using System.Runtime.CompilerServices;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Finds the functions of types, and everything that is wrong with them.</summary>
internal sealed class FunctionScanner(IReadOnlyList<ITriggerBinder> binders, SettingExpander settings)
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The functions of the types.</summary>
    /// <exception cref="HostStartException">Some are wrong; the message names each of them.</exception>
    public FunctionCatalog Scan(IEnumerable<Type> types)
    {
        var functions = new List<FunctionDescriptor>();
        var problems = new List<string>();
        foreach (var method in types.SelectMany(t => t.GetMethods(Methods)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute)
            {
                continue;
            }

            try
            {
                functions.Add(Read(attribute.Name, method));
            }
            catch (HostStartException e)
            {
                problems.Add($"Function '{attribute.Name}' ({method.DeclaringType!.Name}.{method.Name}): {e.Message}.");
            }
        }

        problems.AddRange(Duplicates(functions));
        if (problems.Count > 0)
        {
            throw new HostStartException(string.Join(Environment.NewLine, problems));
        }

        return new FunctionCatalog([.. functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    private FunctionDescriptor Read(string name, MethodInfo method)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new HostStartException("it has no name");
        }

        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
        {
            throw new HostStartException("it is 'async void'; nobody could await it. Return a Task");
        }

        // Asked for once: two threads that ask for the first time at once may be given different objects.
        var parameters = method.GetParameters();
        var triggers = parameters.Where(p => p.GetCustomAttribute<TriggerBindingAttribute>() is not null).ToList();
        if (triggers.Count != 1)
        {
            throw new HostStartException(triggers.Count == 0 ? "no parameter has a trigger attribute" : "more than one parameter has a trigger attribute");
        }

        var attribute = triggers[0].GetCustomAttribute<TriggerBindingAttribute>()!;
        var binder = binders.FirstOrDefault(b => b.AttributeType == attribute.GetType())
            ?? throw new HostStartException($"the trigger {attribute.GetType().Name} is not known here");
        var trigger = binder.Read(name, triggers[0], attribute);
        var sources = parameters.Select(p => Source(binder, p, p == triggers[0])).ToArray();
        return new FunctionDescriptor(name, method, trigger, sources, FunctionOutputs.Of(method, settings));
    }

    private static ParameterSource Source(ITriggerBinder binder, ParameterInfo parameter, bool isTrigger)
    {
        var source = isTrigger ? binder.Bind(parameter, isTrigger: true) : CommonParameters.Bind(parameter) ?? binder.Bind(parameter, isTrigger: false);
        if (source is not null)
        {
            return source;
        }

        throw new HostStartException(isTrigger
            ? $"{binder.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal)} cannot be put on parameter '{parameter.Name}' of type {parameter.ParameterType.Name}"
            : $"nothing gives parameter '{parameter.Name}' of type {parameter.ParameterType.Name} a value");
    }

    private static IEnumerable<string> Duplicates(List<FunctionDescriptor> functions)
    {
        foreach (var same in functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"Function '{same.Key}' is declared more than once: {string.Join(", ", same.Select(f => f.Definition.EntryPoint))}.";
        }

        // Durable names may differ from function names; the engine calls by them.
        foreach (var same in functions.Where(f => DurableName(f) is not null).GroupBy(f => (f.Trigger.GetType(), DurableName(f)!.ToUpperInvariant())).Where(g => g.Count() > 1))
        {
            if (same.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            {
                yield return $"The durable name '{DurableName(same.First())}' belongs to more than one function: {string.Join(", ", same.Select(f => f.Name))}.";
            }
        }
    }

    private static string? DurableName(FunctionDescriptor function) => function.Trigger switch
    {
        OrchestrationFunctionTrigger t => t.Name,
        ActivityFunctionTrigger t => t.Name,
        EntityFunctionTrigger t => t.Name,
        _ => null,
    };
}
