using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Which groups a patient belongs to.</summary>
internal sealed class OutcomeGroups
{
    private const int SampledForMedian = 4096;

    private readonly int subgroups;
    private readonly int slow;
    private readonly double fastAbove;

    /// <summary>Finds the groups of a plan.</summary>
    public OutcomeGroups(RunPlan plan, OutcomeRules rules)
    {
        subgroups = plan.Population.Subgroups.Count;
        fastAbove = rules.FastAboveProgressionRate ?? double.NaN;
        List<OutcomeGroup> names = [new("all", OutcomeGroupKind.All), .. plan.Population.Subgroups.Select(subgroup => new OutcomeGroup(subgroup.Name, OutcomeGroupKind.Subgroup))];
        slow = names.Count;
        if (!double.IsNaN(fastAbove))
        {
            names.AddRange([new("slow", OutcomeGroupKind.Progression), new("fast", OutcomeGroupKind.Progression)]);
        }

        All = names;
    }

    /// <summary>Gets the groups; the first holds everybody.</summary>
    public IReadOnlyList<OutcomeGroup> All { get; }

    /// <summary>Median of the first patients of the population; null when they are all alike.</summary>
    public static double? MedianProgressionRate(RunPlan plan)
    {
        var sampler = new PatientSampler(plan.Population, plan.Seed);
        var quantities = new double[PatientPopulation.QuantityCount];
        var rates = new double[SampledForMedian];
        for (var patient = 0; patient < rates.Length; patient++)
        {
            sampler.Draw((uint)patient, quantities);
            rates[patient] = quantities[(int)PatientQuantity.ProgressionRate];
        }

        Array.Sort(rates);
        return rates[0] == rates[^1] ? null : 0.5 * (rates[(rates.Length / 2) - 1] + rates[rates.Length / 2]);
    }

    /// <summary>Writes the groups of a patient.</summary>
    /// <param name="table">The patients.</param>
    /// <param name="patient">Patient, from 0 in the table.</param>
    /// <param name="groups">Receives at most three.</param>
    /// <returns>Their number.</returns>
    public int Of(CourseTable table, int patient, Span<int> groups)
    {
        groups[0] = 0;
        var count = 1;
        if (table.Subgroup(patient) < subgroups)
        {
            groups[count++] = 1 + table.Subgroup(patient);
        }

        if (!double.IsNaN(fastAbove))
        {
            groups[count++] = table.Quantity(patient, PatientQuantity.ProgressionRate) > fastAbove ? slow + 1 : slow;
        }

        return count;
    }
}
