using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>A public method that serves an entity operation: by name in any case, with at most one input and one context.</summary>
internal sealed class EntityMethod(object target, MethodInfo method)
{
    private const BindingFlags PublicInAnyCase = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    public static EntityMethod? Find(object target, TaskEntityOperation operation) =>
        target.GetType().GetMethod(operation.Name, PublicInAnyCase) is { } method ? new(target, method) : null;

    /// <summary>Runs the method and gives its result; null for one without.</summary>
    public async Task<object?> InvokeAsync(TaskEntityOperation operation)
    {
        var result = Invoke(Arguments(operation));
        switch (result)
        {
            case Task task:
                await task;
                return ResultOf(task, method.ReturnType);
            case ValueTask task:
                await task;
                return null;
            case not null when IsValueTaskOfT(method.ReturnType):
                var asTask = (Task)method.ReturnType.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(result, null)!;
                await asTask;
                return ResultOf(asTask, asTask.GetType());
            default:
                return result;
        }
    }

    private static bool IsValueTaskOfT(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    // The declared type decides: a plain Task is, at run time, often a Task<VoidTaskResult>.
    private static object? ResultOf(Task task, Type declared) =>
        declared.IsGenericType ? declared.GetProperty(nameof(Task<int>.Result))!.GetValue(task) : null;

    private object? Invoke(object?[] arguments)
    {
        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private object?[] Arguments(TaskEntityOperation operation)
    {
        var inputSeen = false;
        return [.. method.GetParameters().Select(Argument)];

        object? Argument(ParameterInfo parameter)
        {
            if (parameter.ParameterType == typeof(TaskEntityContext))
            {
                return operation.Context;
            }

            if (inputSeen)
            {
                throw new InvalidOperationException($"{operation}: the method '{method}' has more than one input parameter.");
            }

            inputSeen = true;
            if (operation.HasInput)
            {
                return operation.GetInput(parameter.ParameterType);
            }

            return parameter.HasDefaultValue
                ? parameter.DefaultValue
                : throw new InvalidOperationException($"{operation}: '{parameter.Name}' needs an input, and the caller gave none.");
        }
    }
}
