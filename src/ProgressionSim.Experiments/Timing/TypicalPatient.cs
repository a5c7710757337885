using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Timing;

/// <summary>Finds a patient who shows what waiting costs, as nearly typical as can be, so that nobody is picked for effect.</summary>
internal static class TypicalPatient
{
    private const int Looked = Simulation.ChunkPatients;
    private const int MostStarts = 4;

    /// <summary>Among the first patients: the one whose outcomes without treatment and at the shown starts have the ranks nearest to the middle.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="run">The run with all starts as arms.</param>
    /// <param name="rules">How outcomes are counted.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="cancellation">Stops after the chunk under way.</param>
    public static PatientView Find(TimingPlan plan, RunPlan run, OutcomeRules rules, int? threads, CancellationToken cancellation)
    {
        int[] starts = [.. Shown(plan.OffsetsMonths.Count)];
        var shown = run with { Arms = [run.Arms[0], .. starts.Select(start => run.Arms[TimingResult.ArmOf(start)])] };
        var table = CourseSimulation.Simulate(PatientOutcomes.Courses(shown, rules), 0, (int)Math.Min(Looked, run.Patients), threads, null, cancellation);
        var outcomes = new PatientOutcomes(shown, rules);
        int[] patients = [.. Enumerable.Range(0, table.Count).Where(table.HasOrigin)];
        if (patients.Length == 0)
        {
            return new PatientView(0, "", []);
        }

        var distances = new double[patients.Length];
        var values = new float[OutcomeCatalogue.Count];
        for (var arm = 0; arm < shown.Arms.Count; arm++)
        {
            var found = new float[patients.Length];
            for (var i = 0; i < patients.Length; i++)
            {
                outcomes.Compute(table, arm, patients[i], values);
                found[i] = values[plan.Question.Outcome];
            }

            AddSquaredDistances(found, distances);
        }

        var chosen = patients[Array.IndexOf(distances, distances.Min())];
        var subgroups = run.Population.Subgroups;
        var subgroup = table.Subgroup(chosen) < subgroups.Count ? subgroups[table.Subgroup(chosen)].Name : "";
        return new PatientView(chosen, subgroup, [.. Enumerable.Range(0, shown.Arms.Count).Select(arm => Course(table, outcomes, arm, chosen, arm == 0 ? null : plan.OffsetsMonths[starts[arm - 1]]))]);
    }

    private static PatientCourse Course(CourseTable table, PatientOutcomes outcomes, int arm, int patient, double? offset)
    {
        double? Finite(float months) => float.IsFinite(months) ? months : null;
        return new PatientCourse(
            offset,
            offset is null ? null : Finite(table.FirstTreatmentMonths(arm, patient)),
            Finite(table.DeathMonths(arm, patient)),
            [.. outcomes.Scores(table, arm, patient).ToArray().Select(score => (double)score)]);
    }

    /// <summary>Adds (mid-rank / number - 1/2)^2 of each value.</summary>
    private static void AddSquaredDistances(float[] values, double[] distances)
    {
        var order = values.ToArray();
        Array.Sort(order);
        for (var i = 0; i < values.Length; i++)
        {
            var below = LowerBound(order, values[i]);
            var upTo = LowerBound(order, MathF.BitIncrement(values[i]));
            var rank = (0.5 * (below + upTo) / values.Length) - 0.5;
            distances[i] += rank * rank;
        }
    }

    private static int LowerBound(float[] order, float value)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A few starts, evenly spread from the earliest to the latest.</summary>
    private static IEnumerable<int> Shown(int starts)
    {
        var shown = Math.Min(MostStarts, starts);
        return Enumerable.Range(0, shown).Select(i => i * (starts - 1) / Math.Max(1, shown - 1));
    }
}
