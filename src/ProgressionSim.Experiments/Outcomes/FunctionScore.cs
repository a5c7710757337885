using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>The ALSFRS-R that functions stand for, without the noise of visits.</summary>
/// <remarks>
/// The mean over the items' noise: an item of a region with function F scores k or more with probability 1 / (1 + (odds(c_k) / odds(F))^a), a the discrimination, c_k
/// its thresholds, since that noise is standard logistic; twelve items, three a region. A recovery is looked for in this score, because the largest of many noisy scores
/// exceeds what was regained.
/// </remarks>
internal sealed class FunctionScore
{
    private const int ItemsOfRegion = 3;

    // Function is recorded in 1/65536; a sixteenth of that resolution is an error of 0.002 points at most.
    private const int Levels = 4096;

    private readonly float[] scores = new float[Levels + 1];

    public FunctionScore(FunctionScoreParameters parameters)
    {
        for (var level = 0; level <= Levels; level++)
        {
            var function = (double)level / Levels;
            scores[level] = (float)(ItemsOfRegion * parameters.AlsfrsThresholds.Sum(threshold => AtLeast(threshold, function, parameters.AlsfrsDiscrimination)));
        }
    }

    /// <summary>Score of one region's items, 0 to 12.</summary>
    /// <param name="function">Its function, 0 to 1.</param>
    public float Region(float function) => scores[(int)((function * Levels) + 0.5f)];

    private static double AtLeast(double threshold, double function, double discrimination) => function switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ => 1 / (1 + Math.Pow(threshold / (1 - threshold) * (1 - function) / function, discrimination)),
    };
}
