using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>
/// What one trial has recorded when its last patient has finished: columns by patient in order of randomisation, filled again for each trial. Times of a patient
/// are months from randomisation; positive infinity stands for "did not happen". One belongs to one thread.
/// </summary>
public sealed class TrialData
{
    private readonly double[][] values;
    private readonly double[][] covariates;

    /// <summary>Makes room.</summary>
    /// <param name="design">The design.</param>
    /// <param name="measures">Its visit measures.</param>
    /// <param name="capacity">Largest number of patients.</param>
    public TrialData(TrialDesign design, TrialMeasures measures, int capacity)
    {
        (Design, Measures, Capacity, Visits) = (design, measures, capacity, design.Visits.Weeks.Count);
        values = [.. measures.Numbers.Select(_ => new double[(long)capacity * Visits])];
        Covariates = [.. design.Endpoints.SelectMany(KnownAtBaseline).Distinct()];
        covariates = [.. Covariates.Select(_ => new double[capacity])];
        Candidates = new uint[capacity];
        ScreenedUpTo = new int[capacity];
        Missed = new int[capacity];
        Arms = new int[capacity];
        Strata = new int[capacity];
        Sites = new int[capacity];
        Subgroups = new int[capacity];
        EntryMonths = new double[capacity];
        DeathMonths = new double[capacity];
        DropoutMonths = new double[capacity];
        RescueMonths = new double[capacity];
        OpenLabelMonths = new double[capacity];
        SymptomOnsetMonths = new double[capacity];
        VisitMonths = new double[(long)capacity * Visits];
    }

    /// <summary>The design.</summary>
    public TrialDesign Design { get; }

    /// <summary>The visit measures kept.</summary>
    public TrialMeasures Measures { get; }

    /// <summary>Largest number of patients.</summary>
    public int Capacity { get; }

    /// <summary>Number of visits.</summary>
    public int Visits { get; }

    /// <summary>Number of patients randomised.</summary>
    public int Patients { get; internal set; }

    /// <summary>Number of candidates who came to screening up to the last randomisation.</summary>
    public int Screened { get; internal set; }

    /// <summary>Number of visits missed, leaving aside those after death or dropout.</summary>
    public int MissedVisits { get; internal set; }

    /// <summary>Number of candidates who had come to screening when a patient was randomised, that patient among them.</summary>
    internal int[] ScreenedUpTo { get; }

    /// <summary>Number of visits a patient missed.</summary>
    internal int[] Missed { get; }

    /// <summary>True when candidates ran out before enough were randomised.</summary>
    public bool RanOutOfCandidates { get; internal set; }

    /// <summary>Covariates of endpoints and what else their conditions need to know at baseline, each once, in the order of <see cref="CovariateOf"/>.</summary>
    public IReadOnlyList<TrialMeasure> Covariates { get; }

    /// <summary>Number of the virtual patient.</summary>
    public uint[] Candidates { get; }

    /// <summary>Trial arm.</summary>
    public int[] Arms { get; }

    /// <summary>Stratum.</summary>
    public int[] Strata { get; }

    /// <summary>Site.</summary>
    public int[] Sites { get; }

    /// <summary>Subgroup or class.</summary>
    public int[] Subgroups { get; }

    /// <summary>Time of randomisation, months after the first site opened; rising.</summary>
    public double[] EntryMonths { get; }

    /// <summary>Death or permanent ventilation within the planned follow-up, whether the trial learns of it or not.</summary>
    public double[] DeathMonths { get; }

    /// <summary>Leaving the trial alive before the end of the planned follow-up.</summary>
    public double[] DropoutMonths { get; }

    /// <summary>Start of rescue: the time of the visit that led to it.</summary>
    public double[] RescueMonths { get; }

    /// <summary>Start of open label for a patient followed beyond it and not rescued before; also when it changes nothing.</summary>
    public double[] OpenLabelMonths { get; }

    /// <summary>Symptom onset; negative when it lies before randomisation.</summary>
    public double[] SymptomOnsetMonths { get; }

    /// <summary>Time of each visit, [patient * visits + visit].</summary>
    public double[] VisitMonths { get; }

    /// <summary>Measurements that were made, [patient * visits + visit]; NaN where none was.</summary>
    /// <param name="number">Number of the measure in the engine's catalogue.</param>
    public double[] ValuesOf(int number) => values[Measures.PlaceOf(number)];

    /// <summary>A covariate by patient.</summary>
    /// <param name="covariate">Index into <see cref="Covariates"/>.</param>
    public double[] CovariateOf(int covariate) => covariates[covariate];

    /// <summary>Number of strata of a design: one for each combination of levels.</summary>
    internal static int StratumCount(TrialDesign design) => design.Recruitment.StratifyBy.Aggregate(1, (product, factor) => product * factor.Levels);

    internal void Clear()
    {
        (Patients, Screened, MissedVisits, RanOutOfCandidates) = (0, 0, 0, false);
    }

    /// <summary>Where to write the measurements of a patient.</summary>
    internal Span<double> Row(int place, int patient) => values[place].AsSpan(patient * Visits, Visits);

    /// <summary>Place of a measure known at baseline among <see cref="Covariates"/>.</summary>
    internal int PlaceOfCovariate(TrialMeasure measure)
    {
        for (var place = 0; place < Covariates.Count; place++)
        {
            if (Covariates[place] == measure)
            {
                return place;
            }
        }

        throw new ArgumentException($"{measure.Name} was not kept.", nameof(measure));
    }

    private static IEnumerable<TrialMeasure> KnownAtBaseline(Endpoint endpoint) => endpoint.Covariates.Concat(
        endpoint.Responder.Concat(endpoint.Event?.When ?? []).Select(condition => condition.Measure).Where(measure => measure.Source == MeasureSource.Baseline));
}
