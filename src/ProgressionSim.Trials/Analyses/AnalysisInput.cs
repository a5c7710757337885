namespace ProgressionSim.Trials.Analyses;

/// <summary>
/// What one analysis sees: the patients of one active arm (group 1) and the control (group 0) as the data stood at a cut. Filled again for every analysis; arrays are
/// longer than the number of patients. One belongs to one thread.
/// </summary>
internal sealed class AnalysisInput
{
    /// <summary>Makes room.</summary>
    /// <param name="capacity">Largest number of patients.</param>
    /// <param name="visits">Visits from baseline to the one looked at.</param>
    /// <param name="covariates">Number of covariates besides the baseline value.</param>
    public AnalysisInput(int capacity, int visits, int covariates)
    {
        (Visits, CovariateCount) = (visits, covariates);
        Group = new int[capacity];
        Values = new double[(long)capacity * visits];
        Months = new double[(long)capacity * visits];
        Changes = new double[(long)capacity * (visits - 1)];
        Final = new double[capacity];
        Covariates = new double[(long)capacity * (covariates + 1)];
        EventMonths = new double[capacity];
        HasEvent = new bool[capacity];
        Strata = new int[capacity];
        Responder = new bool[capacity];
    }

    /// <summary>Number of patients.</summary>
    public int Count { get; set; }

    /// <summary>Visits from baseline (0) to the one looked at.</summary>
    public int Visits { get; }

    /// <summary>Covariates besides the baseline value.</summary>
    public int CovariateCount { get; }

    /// <summary>0 for control, 1 for active.</summary>
    public int[] Group { get; }

    /// <summary>Measurements, [patient * visits + visit]; NaN where there is none.</summary>
    public double[] Values { get; }

    /// <summary>Their times, months from randomisation.</summary>
    public double[] Months { get; }

    /// <summary>Changes from baseline, [patient * (visits - 1) + visit - 1].</summary>
    public double[] Changes { get; }

    /// <summary>Change at the last of these visits.</summary>
    public double[] Final { get; }

    /// <summary>Baseline value, then the covariates: [patient * (covariates + 1) + covariate].</summary>
    public double[] Covariates { get; }

    /// <summary>Time to the event or to the end of what is known, months.</summary>
    public double[] EventMonths { get; }

    /// <summary>True when that time is an event.</summary>
    public bool[] HasEvent { get; }

    /// <summary>Stratum of randomisation.</summary>
    public int[] Strata { get; }

    /// <summary>True for a responder.</summary>
    public bool[] Responder { get; }
}
