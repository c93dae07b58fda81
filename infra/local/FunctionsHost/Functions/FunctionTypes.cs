using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace LocalFunctionsHost.Functions;

/// <summary>
/// Makes of each function a static method that the indexer of WebJobs understands. The methods of one host are a type of their own,
/// with a field that holds what they call: so hosts in one process stay apart.
/// </summary>
internal static class FunctionTypes
{
    // By these names the functions are called in messages, as on the Functions host.
    private const string TypeName = "Host.Functions";
    private const string TargetField = "Target";

    /// <summary>Emits the type.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="call">
    /// What the methods call: with the function's name, and its arguments, which are the trigger's value, the durable clients' values,
    /// the Binder and the CancellationToken.
    /// </param>
    public static Type Emit(IEnumerable<FunctionEntry> functions, Func<string, object?[], Task<object?>> call)
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(TypeName), AssemblyBuilderAccess.Run)
            .DefineDynamicModule(TypeName)
            .DefineType(TypeName, TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed | TypeAttributes.Abstract);
        var target = type.DefineField(TargetField, call.GetType(), FieldAttributes.Public | FieldAttributes.Static);
        foreach (var function in functions)
        {
            Define(type, target, function);
        }

        var emitted = type.CreateType();
        emitted.GetField(TargetField)!.SetValue(null, call);
        return emitted;
    }

    private static void Define(TypeBuilder type, FieldInfo target, FunctionEntry function)
    {
        var trigger = TriggerParameter.Of(function);
        Type[] parameters = [trigger.Type, .. function.Clients.Select(_ => typeof(string)), typeof(Binder), typeof(CancellationToken)];
        var method = type.DefineMethod(
            function.Name, MethodAttributes.Public | MethodAttributes.Static, trigger.Returns ? typeof(Task<object>) : typeof(Task), parameters);
        if (trigger.Attribute is null)
        {
            method.SetCustomAttribute(Attributes.Build<NoAutomaticTriggerAttribute>([]));
        }

        var first = method.DefineParameter(1, ParameterAttributes.None, function.Trigger.Name);
        if (trigger.Attribute is not null)
        {
            first.SetCustomAttribute(trigger.Attribute);
        }

        for (var i = 0; i < function.Clients.Count; i++)
        {
            method.DefineParameter(i + 2, ParameterAttributes.None, function.Clients[i].Name)
                .SetCustomAttribute(Attributes.DurableClient(function.Clients[i]));
        }

        method.DefineParameter(parameters.Length - 1, ParameterAttributes.None, "_binder");
        method.DefineParameter(parameters.Length, ParameterAttributes.None, "_cancellationToken");
        Body(method.GetILGenerator(), target, function.Name, parameters);
    }

    // return Target(name, new object[] { arguments });
    private static void Body(ILGenerator il, FieldInfo target, string name, Type[] parameters)
    {
        il.Emit(OpCodes.Ldsfld, target);
        il.Emit(OpCodes.Ldstr, name);
        il.Emit(OpCodes.Ldc_I4, parameters.Length);
        il.Emit(OpCodes.Newarr, typeof(object));
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldarg, i);
            if (parameters[i].IsValueType)
            {
                il.Emit(OpCodes.Box, parameters[i]);
            }

            il.Emit(OpCodes.Stelem_Ref);
        }

        il.Emit(OpCodes.Callvirt, target.FieldType.GetMethod("Invoke")!);
        il.Emit(OpCodes.Ret);
    }
}
