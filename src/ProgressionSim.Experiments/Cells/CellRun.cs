using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Cells;

/// <summary>Counts the outcomes of one scenario under many sets of values, with the same patients and random numbers in all of them.</summary>
/// <remarks>A cell has the same bits whatever other cells there are, on any number of threads, and whether it was computed now or kept from an interrupted job.</remarks>
public static class CellRun
{
    /// <summary>Runs cells.</summary>
    /// <param name="source">Makes their plans.</param>
    /// <param name="cells">Values of each cell.</param>
    /// <param name="question">The arm and how outcomes are counted.</param>
    /// <param name="patients">Patients of each cell.</param>
    /// <param name="finished">Units of work done before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">Told the number of cells done, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <returns>Outcomes in the order of the cells.</returns>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<CellOutcomes> Run(
        IPlanSource source,
        IReadOnlyList<IReadOnlyList<ParameterValue>> cells,
        OutcomeQuestion question,
        long patients,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var units = CellUnits.Of(source, cells, patients);
        long done = 0;
        var found = UnitWork.Do(
            units.Count,
            finished,
            (unit, unitThreads) => [.. units[unit].SelectMany(run => Compute(source, [.. run.Select(cell => cells[cell])], question, patients, unitThreads, cancellation))],
            threads,
            unit => progress?.Invoke(Interlocked.Add(ref done, units[unit].Sum(run => run.Length))),
            cancellation);
        var outcomes = new CellOutcomes[cells.Count];
        for (var unit = 0; unit < units.Count; unit++)
        {
            var place = 0;
            foreach (var cell in units[unit].SelectMany(run => run))
            {
                outcomes[cell] = CellOutcomes.From(found[unit].AsSpan(place, CellOutcomes.Length));
                place += CellOutcomes.Length;
            }
        }

        return outcomes;
    }

    /// <summary>Number of units of work that cells are put together to.</summary>
    /// <param name="source">Makes their plans.</param>
    /// <param name="cells">Values of each cell.</param>
    /// <param name="patients">Patients of each cell.</param>
    public static int Units(IPlanSource source, IReadOnlyList<IReadOnlyList<ParameterValue>> cells, long patients) => CellUnits.Of(source, cells, patients).Count;

    private static double[] Compute(
        IPlanSource source, IReadOnlyList<IReadOnlyList<ParameterValue>> cells, OutcomeQuestion question, long patients, int threads, CancellationToken cancellation)
    {
        var (plan, places) = Together([.. cells.Select(source.Plan)], question.Arm);
        var record = OutcomeRun.Run(plan with { Patients = patients }, question.Rules, threads, null, cancellation);
        var counted = question.Rules.Counted ?? [.. Enumerable.Range(0, OutcomeCatalogue.Count)];
        var numbers = new double[cells.Count * CellOutcomes.Length];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            CellOutcomes.Write(record, places[cell].Reference, places[cell].Arm, counted, numbers.AsSpan(cell * CellOutcomes.Length, CellOutcomes.Length));
        }

        return numbers;
    }

    /// <summary>One plan with arm 0 and the arm asked about of every plan, an untreated arm once; the plans differ in treatments and arms only.</summary>
    private static (RunPlan Plan, (int Reference, int Arm)[] Places) Together(IReadOnlyList<RunPlan> plans, int arm)
    {
        List<Treatment> treatments = [];
        List<DrugResponseVariation?> responses = [];
        List<Arm> arms = [];
        var places = new (int Reference, int Arm)[plans.Count];
        for (var cell = 0; cell < plans.Count; cell++)
        {
            var plan = plans[cell];
            var isShared = cell > 0 && plan.Arms[0].Treatments.Count == 0 && plans[0].Arms[0].Treatments.Count == 0;
            var reference = isShared ? places[0].Reference : Add(plan.Arms[0]);
            places[cell] = (reference, arm == 0 ? reference : Add(plan.Arms[arm]));
            treatments.AddRange(plan.Treatments);
            responses.AddRange(plan.Population.DrugResponse);
        }

        int Add(Arm own)
        {
            arms.Add(own with { Treatments = [.. own.Treatments.Select(treatment => new ArmTreatment(treatment.TreatmentIndex + treatments.Count, treatment.Start, treatment.StopAfterMonths))] });
            return arms.Count - 1;
        }

        return (plans[0] with { Treatments = treatments, Arms = arms, Population = plans[0].Population with { DrugResponse = responses } }, places);
    }
}
