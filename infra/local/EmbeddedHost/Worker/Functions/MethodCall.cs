using System.Reflection;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Calls a function's method, whatever it returns.</summary>
internal static class MethodCall
{
    /// <summary>Calls and awaits the method; null if it returns nothing.</summary>
    public static async Task<object?> RunAsync(MethodInfo method, object? instance, object?[] arguments)
    {
        switch (method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null))
        {
            case Task task:
                await task;
                return ResultOf(task, method.ReturnType);
            case ValueTask task:
                await task;
                return null;
            case { } task when Generic(method.ReturnType) == typeof(ValueTask<>):
                var asTask = (Task)method.ReturnType.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(task, null)!;
                await asTask;
                return ResultOf(asTask, asTask.GetType());
            case var value:
                return value;
        }
    }

    /// <summary>The type of the result, without the task around it; null if there is none.</summary>
    public static Type? ResultType(MethodInfo method)
    {
        var type = method.ReturnType;
        if (Generic(type) == typeof(Task<>) || Generic(type) == typeof(ValueTask<>))
        {
            return type.GetGenericArguments()[0];
        }

        return type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask) ? null : type;
    }

    // By the declared type: a Task's own type may be an internal class, or Task<VoidTaskResult>.
    private static object? ResultOf(Task task, Type declared)
    {
        for (var type = declared; type is not null; type = type.BaseType)
        {
            if (Generic(type) == typeof(Task<>))
            {
                return type.GetProperty(nameof(Task<int>.Result))!.GetValue(task);
            }
        }

        return null;
    }

    private static Type? Generic(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : null;
}
