namespace ProgressionSim.Experiments.Calibration;

/// <summary>Looks for the values of least loss, generation by generation.</summary>
internal static class CalibrationSearch
{
    /// <summary>Standard deviation of the first candidates, in those of the beliefs.</summary>
    private const double FirstStep = 0.5;

    /// <summary>The search may end when no direction is searched wider than this, in standard deviations of the beliefs.</summary>
    private const double SmallestSpread = 0.01;

    /// <summary>... and so many generations have lowered the loss by less than <see cref="StalledLoss"/>.</summary>
    private const int StalledGenerations = 5;

    /// <summary>A difference in loss that changes the posterior density by 1 %.</summary>
    private const double StalledLoss = 0.01;

    /// <summary>Searches.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="evaluations">Simulates; the unit of a candidate is its generation times the number of candidates plus its own number.</param>
    /// <returns>The best point, within the limits, and the generations.</returns>
    public static (double[] Best, IReadOnlyList<SearchStep> Trace) Run(CalibrationPlan plan, CalibrationLoss loss, Evaluations evaluations)
    {
        var search = new CovarianceAdaptation(plan.Parameters.Count, plan.Candidates, FirstStep, plan.Evidence.Run.Seed);
        List<SearchStep> trace = [];
        double[] best = [];
        var least = double.PositiveInfinity;
        while (search.Generation < plan.Generations && !(search.LargestSpread < SmallestSpread && IsStalled(trace)))
        {
            var candidates = search.Candidates();
            double[][] inside = [.. candidates.Select(candidate => loss.Within(candidate))];
            var predictions = evaluations.Of(search.Generation * plan.Candidates, inside, plan.Patients);
            double[] losses = [.. inside.Select((point, k) => loss.At(point, predictions[k]))];
            var first = Array.IndexOf(losses, losses.Min());
            if (losses[first] < least)
            {
                (best, least) = (inside[first], losses[first]);
            }

            search.Tell([.. losses.Select((value, k) => value + CalibrationLoss.Outside(candidates[k], inside[k]))]);
            trace.Add(new SearchStep(least, Median(losses), search.StepSize, loss.Values(loss.Within(search.Mean))));
        }

        return (best, trace);
    }

    private static bool IsStalled(List<SearchStep> trace) =>
        trace.Count > StalledGenerations && trace[^(StalledGenerations + 1)].Best - trace[^1].Best < StalledLoss;

    private static double Median(double[] losses)
    {
        double[] sorted = [.. losses.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
