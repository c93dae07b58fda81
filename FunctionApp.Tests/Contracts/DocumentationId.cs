using System.Reflection;

namespace FuseDeskFlows.Tests.Contracts;

/// <summary>Writes the ids by which documentation comments name types and members.</summary>
internal static class DocumentationId
{
    public static string Of(Type type) => "T:" + NameOf(type);

    public static string Of(FieldInfo field) => $"F:{NameOf(field.DeclaringType!)}.{field.Name}";

    public static string Of(PropertyInfo property) =>
        $"P:{NameOf(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}";

    public static string Of(EventInfo item) => $"E:{NameOf(item.DeclaringType!)}.{item.Name}";

    public static string Of(MethodBase method)
    {
        var name = method.Name.Replace('.', '#');
        var arity = method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";
        var conversion = method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } operation ? "~" + Use(operation.ReturnType) : "";
        return $"M:{NameOf(method.DeclaringType!)}.{name}{arity}{Parameters(method.GetParameters())}{conversion}";
    }

    /// <summary>A type where it is used: with its arguments, and generic parameters by number.</summary>
    public static string Use(Type type)
    {
        if (type.IsByRef)
        {
            return Use(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return Use(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (!type.IsGenericType)
        {
            return NameOf(type);
        }

        // Outer<A>.Inner<B> carries both arguments; each level takes as many as its name says.
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var levels = NameOf(type.GetGenericTypeDefinition()).Split('.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
            {
                return part;
            }

            var own = Enumerable.Range(0, int.Parse(part[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Select(_ => Use(arguments.Dequeue()));
            return $"{part[..tick]}{{{string.Join(',', own)}}}";
        });
        return string.Join('.', levels);
    }

    private static string NameOf(Type type) => (type.FullName ?? $"{type.Namespace}.{type.Name}").Split('[')[0].Replace('+', '.');

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(p => Use(p.ParameterType)))})";
}
