using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ProgressionSim.Architecture.Tests.Metadata;

/// <summary>Reads an assembly's metadata and instructions.</summary>
internal sealed class AssemblyReader : IDisposable
{
    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly List<MemberUse> members = [];

    public AssemblyReader(string path)
    {
        image = new PEReader(File.OpenRead(path));
        metadata = image.GetMetadataReader();
    }

    public AssemblyScan Read()
    {
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        var types = metadata.TypeDefinitions.Select(Scan).ToArray();
        return new AssemblyScan([.. references.Distinct(StringComparer.Ordinal)], [.. types.Where(type => !type.Name.StartsWith('<'))], members);
    }

    public void Dispose() => image.Dispose();

    private TypeUse Scan(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var (ownNamespace, ownName) = Outermost(handle);
        var collector = new TypeCollector(metadata);
        AddDeclaration(type, collector);
        foreach (var method in type.GetMethods())
        {
            collector.Add((EntityHandle)method);
            AddBody(metadata.GetMethodDefinition(method), $"{ownNamespace}.{ownName}", collector);
        }

        var own = collector.Types.Where(used => used.Kind == HandleKind.TypeDefinition).Select(used => Outermost((TypeDefinitionHandle)used));
        return new TypeUse(ownNamespace, ownName, own.Where(used => !used.Name.StartsWith('<')).ToHashSet());
    }

    private void AddDeclaration(TypeDefinition type, TypeCollector collector)
    {
        EntityHandle[] bases = [type.BaseType, .. type.GetInterfaceImplementations().Select(part => metadata.GetInterfaceImplementation(part).Interface)];
        var generics = type.GetGenericParameters().Concat(type.GetMethods().SelectMany(method => metadata.GetMethodDefinition(method).GetGenericParameters()));
        var constraints = generics.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints())
            .Select(constraint => metadata.GetGenericParameterConstraint(constraint).Type);
        var attributes = type.GetCustomAttributes()
            .Concat(type.GetMethods().SelectMany(method => metadata.GetMethodDefinition(method).GetCustomAttributes()))
            .Concat(type.GetFields().SelectMany(field => metadata.GetFieldDefinition(field).GetCustomAttributes()))
            .Concat(type.GetProperties().SelectMany(property => metadata.GetPropertyDefinition(property).GetCustomAttributes()))
            .Select(attribute => metadata.GetCustomAttribute(attribute).Constructor);
        var fields = type.GetFields().Select(field => (EntityHandle)field);
        foreach (var handle in bases.Where(part => !part.IsNil).Concat(constraints).Concat(attributes).Concat(fields))
        {
            collector.Add(handle);
        }
    }

    private void AddBody(MethodDefinition method, string user, TypeCollector collector)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            collector.Add((EntityHandle)body.LocalSignature);
        }

        foreach (var region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil))
        {
            collector.Add(region.CatchType);
        }

        foreach (var token in MethodTokens.Of(body.GetILBytes()))
        {
            collector.Add(token);
            AddMember(token, $"{user}.{metadata.GetString(method.Name)}");
        }
    }

    private void AddMember(EntityHandle token, string user)
    {
        if (token.Kind == HandleKind.MethodSpecification)
        {
            token = metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        }

        if (token.Kind == HandleKind.MemberReference)
        {
            var member = metadata.GetMemberReference((MemberReferenceHandle)token);
            members.Add(new MemberUse(user, NameOf(member.Parent), metadata.GetString(member.Name)));
        }
    }

    /// <summary>Full name without arity; the open type's name for an instance of a generic type.</summary>
    private string NameOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name).Split('`')[0]}";
            case HandleKind.TypeSpecification:
                var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && blob.ReadByte() > 0 ? NameOf(blob.ReadTypeHandle()) : "";
            default:
                return "";
        }
    }

    private (string Namespace, string Name) Outermost(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Outermost(outer)
            : (metadata.GetString(type.Namespace), metadata.GetString(type.Name).Split('`')[0]);
    }
}
