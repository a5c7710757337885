using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>What must be simulated to compute estimators: measures, taken at monthly visits.</summary>
/// <remarks>
/// Moments that patients reach at their own time (diagnosis, treatment start) are met with the visit nearest to them, so that months after the moment are off
/// by the same part of a month, at most a half, at all visits of a patient: slopes and intervals between visits are not.
/// </remarks>
internal sealed class CohortVisits
{
    // Before symptoms treatment may start and neurofilament may have risen; years before them nothing is asked.
    private const int EarliestMonth = -36;

    private readonly int[] places = new int[MeasureCatalogue.Count];

    /// <summary>Finds what a plan needs.</summary>
    /// <param name="plan">The quantities and the scenario.</param>
    public CohortVisits(EvidencePlan plan)
    {
        var estimators = plan.Quantities.SelectMany(quantity => Parts(quantity.Estimator)).ToList();
        FirstMonth = estimators.Exists(IsBeforeSymptoms) ? EarliestMonth : 0;
        LastMonth = plan.Run.HorizonMonths;
        HasTwinsOfOwnChance = estimators.OfType<ReadingEstimator>().Any(reading => reading.ComparedWithOwnChance);
        Measures = [.. estimators.SelectMany(MeasuresOf).Concat([MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Neurofilament]).Distinct().Order()];
        Array.Fill(places, -1);
        foreach (var (place, measure) in Measures.Index())
        {
            places[measure] = place;
        }
    }

    /// <summary>Month of the first visit, from symptom onset; 0 or negative.</summary>
    public int FirstMonth { get; }

    /// <summary>Month of the last visit and end of follow-up.</summary>
    public int LastMonth { get; }

    /// <summary>Numbers of the measures taken.</summary>
    public IReadOnlyList<int> Measures { get; }

    /// <summary>True when patients are also needed with other chance.</summary>
    public bool HasTwinsOfOwnChance { get; }

    /// <summary>Place of a measure in the courses.</summary>
    /// <param name="measure">Its number.</param>
    public int Place(int measure) => places[measure];

    /// <summary>The courses.</summary>
    /// <param name="run">The scenario.</param>
    public CoursePlan Courses(RunPlan run) => new()
    {
        Run = run,
        VisitDays = [.. Enumerable.Range(FirstMonth, LastMonth - FirstMonth + 1).Select(month => month * RunPlan.DaysPerMonth)],
        FollowUpDays = LastMonth * RunPlan.DaysPerMonth,
        Measures = Measures,
    };

    private static IEnumerable<Estimator> Parts(Estimator estimator) =>
    [
        estimator,
        .. estimator is CorrelationEstimator pair ? Parts(pair.First).Concat(Parts(pair.Second)) : [],
        .. estimator.DividedBy is { } other ? Parts(other) : [],
    ];

    private static bool IsBeforeSymptoms(Estimator estimator) =>
        estimator.From is CourseMoment.TreatmentStart or CourseMoment.BiologicalOnset or CourseMoment.ElectromyographicChange or CourseMoment.NeurofilamentRise
        || estimator is ReadingEstimator { FromMonth: < 0 } or SlopeEstimator { FromMonth: < 0 };

    private static IEnumerable<int> MeasuresOf(Estimator estimator)
    {
        IEnumerable<int> own = estimator switch
        {
            SlopeEstimator slope => [slope.Measure],
            ReadingEstimator { Reading: PatientReading.Recovered } => Regions(MeasureCatalogue.Function),
            ReadingEstimator { Reading: PatientReading.LossAtDeath } => Regions(MeasureCatalogue.Lost),
            ReadingEstimator { Measure: >= 0 } reading => [reading.Measure],
            _ => [],
        };
        var moments = estimator is ReadingEstimator { To: var to } ? (CourseMoment[])[estimator.From, to] : [estimator.From];
        return
        [
            .. own,
            .. moments.Contains(CourseMoment.SecondRegion) ? Regions(MeasureCatalogue.Function) : [],
            .. estimator.Among.SvcAtLeastPercent is null ? (int[])[] : [MeasureCatalogue.Svc],
        ];
    }

    private static IEnumerable<int> Regions(int first) => Enumerable.Range(first, RegionValues.Count);
}
