using System.Reflection;
using System.Reflection.Emit;
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

    /// <summary>
    /// Emits the type. Its methods call what is given with the function's name, and its arguments: the trigger's value, the durable
    /// clients' values, the Binder and the CancellationToken.
    /// </summary>
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
        var trigger = Attributes.Trigger(function.Trigger);
        (string Name, Type Type, CustomAttributeBuilder? Attribute)[] parameters =
        [
            (function.Trigger.Name, trigger.Type, trigger.Attribute),
            .. function.Clients.Select(client => (client.Name, typeof(string), (CustomAttributeBuilder?)Attributes.DurableClient(client))),
            ("_binder", typeof(Binder), null),
            ("_cancellationToken", typeof(CancellationToken), null),
        ];
        Type[] types = [.. parameters.Select(parameter => parameter.Type)];
        var method = type.DefineMethod(
            function.Name, MethodAttributes.Public | MethodAttributes.Static, trigger.Returns ? typeof(Task<object>) : typeof(Task), types);
        if (trigger.Attribute is null)
        {
            method.SetCustomAttribute(Attributes.Build<NoAutomaticTriggerAttribute>([]));
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = method.DefineParameter(i + 1, ParameterAttributes.None, parameters[i].Name);
            if (parameters[i].Attribute is { } attribute)
            {
                parameter.SetCustomAttribute(attribute);
            }
        }

        Body(method.GetILGenerator(), target, function.Name, types);
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
