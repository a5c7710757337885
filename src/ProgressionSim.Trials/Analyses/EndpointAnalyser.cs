using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Analyses one endpoint of trials, one after the other. One belongs to one thread.</summary>
internal sealed class EndpointAnalyser
{
    private readonly AnalysisCut cut;
    private readonly AnalysisInput input;
    private readonly IEndpointAnalysis analysis;
    private readonly double tail;
    private readonly double normalQuantile;
    private double cachedDegrees;
    private double cachedQuantile;

    /// <summary>Prepares an endpoint.</summary>
    /// <param name="design">The design.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="data">The trials it will see.</param>
    public EndpointAnalyser(TrialDesign design, Endpoint endpoint, TrialData data)
    {
        cut = new AnalysisCut(design, endpoint, [.. endpoint.Covariates.Select(covariate => data.Covariates.ToList().IndexOf(covariate))]);
        input = cut.NewInput(data.Capacity);
        analysis = Create(design, endpoint);
        tail = design.AlphaOneSided;
        normalQuantile = StandardNormal.QuantileUpper(tail);
    }

    /// <summary>Analyses one active arm against the control.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="patients">Number of patients that count, from the first randomised on.</param>
    /// <param name="arm">The active arm.</param>
    /// <param name="cutMonths">Calendar time of the analysis, months; infinite at the end.</param>
    public AnalysisOutcome Analyse(TrialData data, int patients, int arm, double cutMonths)
    {
        cut.Fill(data, patients, arm, cutMonths, input);
        return analysis.Analyse(input);
    }

    /// <summary>Half-width of the confidence interval at the design's error for one comparison.</summary>
    /// <param name="outcome">What the analysis found.</param>
    /// <returns>NaN when it found nothing, as an early look can.</returns>
    public double HalfWidth(AnalysisOutcome outcome)
    {
        if (!(outcome.DegreesOfFreedom > 0))
        {
            return double.NaN;
        }

        if (double.IsPositiveInfinity(outcome.DegreesOfFreedom))
        {
            return outcome.StandardError * normalQuantile;
        }

        if (outcome.DegreesOfFreedom != cachedDegrees)
        {
            (cachedDegrees, cachedQuantile) = (outcome.DegreesOfFreedom, StudentQuantile.UpperTail(tail, outcome.DegreesOfFreedom));
        }

        return outcome.StandardError * cachedQuantile;
    }

    /// <summary>Standard deviation of the change at the endpoint's visit among all patients seen there, arms not told apart.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="patients">Number of patients that count.</param>
    /// <param name="cutMonths">Calendar time.</param>
    /// <returns>NaN with fewer than two.</returns>
    public double PooledSdOfChange(TrialData data, int patients, double cutMonths)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var arm = 1; arm < data.Design.Arms.Count; arm++)
        {
            cut.Fill(data, patients, arm, cutMonths, input);
            for (var i = 0; i < input.Count; i++)
            {
                // The control comes once with every active arm and counts once.
                if (!double.IsNaN(input.Final[i]) && (arm == 1 || input.Group[i] == 1))
                {
                    sum += input.Final[i];
                    squares += input.Final[i] * input.Final[i];
                    count++;
                }
            }
        }

        return count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, squares - (sum * sum / count)) / (count - 1));
    }

    private static IEndpointAnalysis Create(TrialDesign design, Endpoint endpoint) => endpoint.Analysis switch
    {
        AnalysisMethod.RandomSlope => new SlopeAnalysis(design, endpoint),
        AnalysisMethod.Mmrm => new RepeatedMeasuresAnalysis(endpoint),
        AnalysisMethod.Ancova or AnalysisMethod.TTest or AnalysisMethod.Wilcoxon => new ChangeAnalysis(endpoint),
        AnalysisMethod.TwoStageSlope => new TwoStageSlopeAnalysis(endpoint),
        AnalysisMethod.WorstRank => new WorstRankAnalysis(endpoint),
        AnalysisMethod.JointRank or AnalysisMethod.WinRatio or AnalysisMethod.WinOdds => new PairwiseAnalysis(endpoint),
        AnalysisMethod.Fisher or AnalysisMethod.ChiSquare => new ResponderAnalysis(endpoint),
        AnalysisMethod.JointModel => new JointModelAnalysis(endpoint),
        _ => new EventAnalysis(design, endpoint),
    };
}
