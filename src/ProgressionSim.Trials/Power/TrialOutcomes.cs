using ProgressionSim.Statistics;

namespace ProgressionSim.Trials.Power;

/// <summary>
/// What consecutive trials found under one hypothesis: columns by replicate. Threads write different replicates at the same time; what is read out of it afterwards
/// does not depend on their number.
/// </summary>
internal sealed class TrialOutcomes
{
    /// <summary>Makes room.</summary>
    /// <param name="replicates">Number of trials.</param>
    /// <param name="comparisons">Endpoints times active arms.</param>
    /// <param name="looks">Number of looks.</param>
    /// <param name="arms">Number of arms.</param>
    public TrialOutcomes(int replicates, int comparisons, int looks, int arms)
    {
        Replicates = replicates;
        double[][] Columns(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[replicates])];
        (Effects, StandardErrors, HalfWidths, Z) = (Columns(comparisons), Columns(comparisons), Columns(comparisons), Columns(comparisons));
        Statuses = [.. Enumerable.Range(0, comparisons).Select(_ => new FitStatus[replicates])];
        FellBack = [.. Enumerable.Range(0, comparisons).Select(_ => new bool[replicates])];
        (LookMonths, LookRandomised) = (Columns(looks), Columns(looks));
        (ArmRandomised, ArmDeaths, ArmDropouts, ArmRescued) = (Columns(arms), Columns(arms), Columns(arms), Columns(arms));
        Decisions = new TrialDecision[replicates];
        LastLooks = new int[replicates];
        (Randomised, Screened, MissedVisits) = (new double[replicates], new double[replicates], new double[replicates]);
        (RecruitmentMonths, DurationMonths) = (new double[replicates], new double[replicates]);
        RanOut = new bool[replicates];
    }

    /// <summary>Number of trials.</summary>
    public int Replicates { get; }

    /// <summary>Effects at the deciding analysis, [comparison][replicate]; comparison = endpoint * active arms + active arm - 1.</summary>
    public double[][] Effects { get; }

    /// <summary>Their standard errors.</summary>
    public double[][] StandardErrors { get; }

    /// <summary>Half-widths of their confidence intervals.</summary>
    public double[][] HalfWidths { get; }

    /// <summary>Their benefit-oriented statistics.</summary>
    public double[][] Z { get; }

    /// <summary>Whether they stand.</summary>
    public FitStatus[][] Statuses { get; }

    /// <summary>Whether a simpler method was used.</summary>
    public bool[][] FellBack { get; }

    /// <summary>How trials ended.</summary>
    public TrialDecision[] Decisions { get; }

    /// <summary>Index of the look that ended them.</summary>
    public int[] LastLooks { get; }

    /// <summary>Month of each look, [look][replicate]; NaN where it was not reached.</summary>
    public double[][] LookMonths { get; }

    /// <summary>Patients randomised by then.</summary>
    public double[][] LookRandomised { get; }

    /// <summary>Patients randomised at the end.</summary>
    public double[] Randomised { get; }

    /// <summary>Candidates screened up to the last randomisation.</summary>
    public double[] Screened { get; }

    /// <summary>Visits missed by those randomised, also visits after an early stop.</summary>
    public double[] MissedVisits { get; }

    /// <summary>Month of the last randomisation.</summary>
    public double[] RecruitmentMonths { get; }

    /// <summary>Month of the deciding analysis.</summary>
    public double[] DurationMonths { get; }

    /// <summary>Patients of each arm, [arm][replicate].</summary>
    public double[][] ArmRandomised { get; }

    /// <summary>Their deaths up to the end.</summary>
    public double[][] ArmDeaths { get; }

    /// <summary>Those who left.</summary>
    public double[][] ArmDropouts { get; }

    /// <summary>Those rescued.</summary>
    public double[][] ArmRescued { get; }

    /// <summary>Whether candidates ran out.</summary>
    public bool[] RanOut { get; }
}
