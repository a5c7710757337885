using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Running;

/// <summary>The course of one typical patient without chance: every quantity at its median, every transition at its mean, nobody dies, nothing is measured with noise.</summary>
/// <remarks>
/// It is what large numbers of motor neurons would do, quick enough to follow a hand on a slider, and not the mean over patients: patients differ, and what
/// averages over them is not the course of the average. With subgroups the typical patient is the one outside all of them.
/// </remarks>
public sealed class MeanField
{
    private const int Patient = 0;

    private static readonly int[] Measures =
        [.. Enumerable.Range(MeasureCatalogue.Function, RegionValues.Count), MeasureCatalogue.Neurofilament];

    private readonly RunRecord record;
    private readonly double discrimination;
    private readonly double[] thresholds;

    private MeanField(RunRecord record, FunctionScoreParameters scores)
    {
        this.record = record;
        discrimination = scores.AlsfrsDiscrimination;
        thresholds = [.. scores.AlsfrsThresholds.Select(Odds)];
    }

    /// <summary>Months from the report origin.</summary>
    public IReadOnlyList<int> Months => record.Shape.Grid.Months;

    /// <summary>False when the typical patient reaches no report origin; then there are no courses.</summary>
    public bool Exists => record.Patients > 0;

    /// <summary>Computes the typical patient of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static MeanField Of(RunPlan plan)
    {
        var population = plan.Population;
        var typical = plan with
        {
            Patients = 1,
            RecordedMeasures = Measures,
            Population = new PatientPopulation
            {
                Quantities = [.. population.Quantities.Select(Median)],
                DrugResponse = [.. population.DrugResponse.Select(response => response is null ? null : new DrugResponseVariation(Median(response.Ec50MgPerL), Median(response.ClearanceFactor)))],
            },
            Measures = plan.Measures with
            {
                Survival = plan.Measures.Survival with { BackgroundRatePerMonth = 0, MaximumRatePerMonth = 0, BulbarMaximumRatePerMonth = 0 },
                Neurofilament = plan.Measures.Neurofilament with { AssayCv = 0 },
            },
        };
        using var worker = new SimulationWorker<Lane1, MeanTransitions<Lane1>>(typical, Simulation.ShapeOf(typical));
        worker.Simulate(Patient, 1);
        return new MeanField(worker.Record, plan.Measures.FunctionScores);
    }

    /// <summary>Expected ALSFRS-R total by month of an arm, points.</summary>
    /// <param name="arm">Place of the arm.</param>
    /// <remarks>
    /// An item's own part is standard logistic, so an item scores above a threshold c with probability o / (o + t), o = (F / (1 - F))^a, t = (c / (1 - c))^a, F the
    /// region's function and a the discrimination: the rule of a visit's items (<see cref="Model.Measures.ClinicalVisit{T}"/>) without the visit's part.
    /// </remarks>
    public double[] AlsfrsTotal(int arm) => Course(arm, month => Enumerable.Range(0, RegionValues.Count).Sum(region => 3 * Item(Value(arm, month, MeasureCatalogue.Function + region))));

    /// <summary>Neurofilament in CSF by month of an arm, pg/mL.</summary>
    /// <param name="arm">Place of the arm.</param>
    public double[] NeurofilamentPgPerMl(int arm) => Course(arm, month => Value(arm, month, MeasureCatalogue.Neurofilament));

    private static ConstantDistribution Median(Distribution distribution) => new(distribution.Median);

    private double[] Course(int arm, Func<int, double> value) => [.. Enumerable.Range(0, Exists ? Months.Count : 0).Select(month => value(month))];

    private float Value(int arm, int month, int measure) => record.Example(Patient, arm, month, measure);

    private double Item(double function)
    {
        if (function is <= 0 or >= 1)
        {
            return function <= 0 ? 0 : thresholds.Length;
        }

        var odds = Odds(function);
        return thresholds.Sum(threshold => odds / (odds + threshold));
    }

    private double Odds(double share) => PortableMath.Pow(share / (1 - share), discrimination);
}
