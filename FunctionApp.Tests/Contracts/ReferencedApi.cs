using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FuseDeskFlows.Tests.Contracts;

/// <summary>Reads from an assembly's metadata which types and members of another one it uses.</summary>
internal static class ReferencedApi
{
    /// <summary>The documentation ids of what is used.</summary>
    public static IReadOnlyList<string> Of(string path, string referencedAssembly)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new MetadataNames(metadata, referencedAssembly);
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            if (names.IsOfInterest(handle))
            {
                used.Add("T:" + names.NameOf(handle));
            }
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (names.Owner(member.Parent) is { } owner)
            {
                used.Add(IdOf(metadata, member, owner, names));
            }
        }

        return [.. used];
    }

    private static string IdOf(MetadataReader metadata, MemberReference member, string owner, MetadataNames names)
    {
        var name = metadata.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return $"F:{owner}.{name}";
        }

        var signature = member.DecodeMethodSignature(names, genericContext: null);
        var parameters = signature.ParameterTypes;
        var isSetter = name.StartsWith("set_", StringComparison.Ordinal);
        if (isSetter || name.StartsWith("get_", StringComparison.Ordinal))
        {
            return $"P:{owner}.{name[4..]}{List(isSetter ? parameters[..^1] : parameters)}";
        }

        var arity = signature.GenericParameterCount > 0 ? $"``{signature.GenericParameterCount}" : "";
        var conversion = name is "op_Implicit" or "op_Explicit" ? "~" + signature.ReturnType : "";
        return $"M:{owner}.{name.Replace('.', '#')}{arity}{List(parameters)}{conversion}";
    }

    private static string List(ImmutableArray<string> parameters) => parameters.Length == 0 ? "" : $"({string.Join(',', parameters)})";
}
