using System.Reflection;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Architecture.Tests.Immutability;

/// <summary>Types that must not change while a run uses them.</summary>
internal static class PlanTypes
{
    /// <summary>Gets public classes of the guarded namespaces that do something instead of holding data: they prepare in their constructor and never change.</summary>
    public static IReadOnlyList<Type> Services { get; } = [typeof(PatientSampler)];

    /// <summary>Gets public types of Model.Parameters and Engine.Population, and all types of ours that a plan is made of.</summary>
    public static IReadOnlyList<Type> Data { get; } =
        [.. PublicTypesBeside(typeof(DiseaseParameters)).Concat(PublicTypesBeside(typeof(PatientPopulation))).Except(Services).Union(MadeOf(typeof(RunPlan)))];

    /// <summary>A type, the types of its public properties and the types that can stand for them, without those of other makers.</summary>
    public static IEnumerable<Type> MadeOf(Type root)
    {
        var found = new HashSet<Type>();
        var waiting = new Stack<Type>([root]);
        while (waiting.TryPop(out var type))
        {
            foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
            {
                waiting.Push(part);
            }

            if (IsOurs(type) && found.Add(type))
            {
                var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.PropertyType);
                foreach (var part in properties.Concat(type.Assembly.GetTypes().Where(each => each.BaseType == type)))
                {
                    waiting.Push(part);
                }
            }
        }

        return found;
    }

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("ProgressionSim.", StringComparison.Ordinal);

    private static IEnumerable<Type> PublicTypesBeside(Type type) => type.Assembly.GetExportedTypes().Where(each => each.Namespace == type.Namespace);
}
