using System.Reflection;
using System.Runtime.CompilerServices;

namespace ProgressionSim.Architecture.Tests.Immutability;

/// <summary>Says why a type is no immutable value.</summary>
internal static class ImmutabilityChecker
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] MutableCollections =
        [typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>), typeof(ISet<>)];

    /// <summary>Offences of a type that holds data: an enum, a readonly struct, or a record that is sealed or abstract.</summary>
    public static IEnumerable<string> Data(Type type)
    {
        if (type.IsEnum || IsStatic(type))
        {
            return [];
        }

        string[] kind = type switch
        {
            { IsInterface: true } => [],
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? [] : [$"{type} is a struct that is not readonly."],
            _ when !IsRecord(type) => [$"{type} is a class; data are records."],
            _ => type.IsSealed || type.IsAbstract ? [] : [$"{type} is neither sealed nor abstract."],
        };
        return kind.Concat(State(type));
    }

    /// <summary>Offences of a type that does something without changing: a sealed class.</summary>
    public static IEnumerable<string> Service(Type type) => (type.IsSealed ? [] : new[] { $"{type} is not sealed." }).Concat(State(type));

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    private static bool IsStatic(Type type) => type.IsAbstract && type.IsSealed;

    private static IEnumerable<string> State(Type type)
    {
        foreach (var property in type.GetProperties(Own))
        {
            if (property.SetMethod is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            {
                yield return $"{type}.{property.Name} can be set after construction.";
            }

            if (property.GetMethod is { IsPublic: true } && IsMutable(property.PropertyType))
            {
                yield return $"{type}.{property.Name} is a {property.PropertyType.Name}, which can be changed.";
            }
        }

        foreach (var field in type.GetFields(Own))
        {
            // An init accessor writes its field, so the compiler marks that field as not readonly; the accessor was judged above.
            var isBackingField = field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
            if (!field.IsInitOnly && !isBackingField)
            {
                yield return $"{type}.{field.Name} is a field that is not readonly.";
            }
        }
    }

    private static bool IsMutable(Type type) =>
        type.IsArray || (type.IsGenericType && MutableCollections.Contains(type.GetGenericTypeDefinition()));
}
