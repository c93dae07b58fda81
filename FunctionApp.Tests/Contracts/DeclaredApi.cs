using System.Reflection;

namespace FuseDeskFlows.Tests.Contracts;

/// <summary>Reads what an assembly declares for others to use.</summary>
internal static class DeclaredApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The types, and their members that others can see.</summary>
    public static IEnumerable<ApiEntry> Of(IEnumerable<Type> types) => types.Where(IsVisible).SelectMany(Of);

    private static IEnumerable<ApiEntry> Of(Type type)
    {
        yield return new(DocumentationId.Of(type), BaseOf(type), ModifiersOf(type));
        foreach (var field in type.GetFields(Declared).Where(f => Visible(f.Attributes) && !f.IsSpecialName))
        {
            yield return new(DocumentationId.Of(field), DocumentationId.Use(field.FieldType), field.IsLiteral ? "const" : field.IsStatic ? "static" : "");
        }

        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(Visible)))
        {
            yield return new(DocumentationId.Of(property), DocumentationId.Use(property.PropertyType), ModifiersOf(property));
        }

        foreach (var item in type.GetEvents(Declared).Where(e => Visible(e.AddMethod!)))
        {
            yield return new(DocumentationId.Of(item), DocumentationId.Use(item.EventHandlerType!), ModifiersOf(item.AddMethod!));
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(c => Visible(c) && !c.IsStatic))
        {
            yield return new(DocumentationId.Of(constructor), "System.Void", ModifiersOf(constructor));
        }

        // Operators have a special name too, but no property or event to belong to.
        var methods = type.GetMethods(Declared).Where(m => Visible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)));
        foreach (var method in methods)
        {
            yield return new(DocumentationId.Of(method), DocumentationId.Use(method.ReturnType), ModifiersOf(method));
        }
    }

    private static bool IsVisible(Type type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!) : type.IsPublic;

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Visible(FieldAttributes field) =>
        (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string BaseOf(Type type) => type.BaseType is null ? "" : DocumentationId.Use(type.BaseType);

    private static string ModifiersOf(Type type)
    {
        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsValueType)
        {
            return "struct";
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return "delegate sealed";
        }

        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "class static",
            (true, false) => "class abstract",
            (false, true) => "class sealed",
            _ => "class",
        };
    }

    private static string ModifiersOf(PropertyInfo property)
    {
        var getter = property.GetMethod is { } get && Visible(get) ? get : null;
        var setter = property.SetMethod is { } set && Visible(set) ? set : null;
        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Any(m => string.Equals(m.Name, "IsExternalInit", StringComparison.Ordinal)) == true;
        var accessors = (getter is null ? "" : "get ") + (setter is null ? "" : isInit ? "init " : "set ");
        return accessors + ModifiersOf((getter ?? setter)!);
    }

    private static string ModifiersOf(MethodBase method)
    {
        var access = method.IsPublic ? "public" : "protected";
        if (method.IsStatic)
        {
            return access + " static";
        }

        if (method.IsAbstract)
        {
            return access + " abstract";
        }

        return method.IsVirtual && !method.IsFinal ? access + " virtual" : access;
    }
}
