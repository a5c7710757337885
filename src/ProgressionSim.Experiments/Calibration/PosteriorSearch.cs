namespace ProgressionSim.Experiments.Calibration;

/// <summary>
/// Takes the best point of a search, with more patients, to the nearest least loss, and finds the derivatives of the predictions there. The same patients with the
/// same chance are simulated at every point, so differences are those of the values.
/// </summary>
/// <remarks>
/// Gauss-Newton steps with the beliefs as their damping, tried in full, by half and by a quarter; a step is taken when it lowers the loss. Parameters at a limit
/// that the loss pushes outward stay there. Derivatives are central differences over <see cref="Step"/> to both sides, of one side where a limit or a prediction
/// that the cohort does not give leaves no more.
/// </remarks>
internal sealed class PosteriorSearch
{
    /// <summary>Step of the differences, in standard deviations of the beliefs: wide enough to rise above the chance that the same patients do not share.</summary>
    public const double Step = 0.25;

    private const int Rounds = 3;

    private static readonly double[] Shares = [1, 0.5, 0.25];

    private readonly CalibrationPlan plan;
    private readonly CalibrationLoss loss;
    private readonly Evaluations evaluations;
    private int unit;

    /// <summary>Prepares.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="evaluations">Simulates.</param>
    /// <param name="first">Number of the first unit of work.</param>
    public PosteriorSearch(CalibrationPlan plan, CalibrationLoss loss, Evaluations evaluations, int first)
    {
        (this.plan, this.loss, this.evaluations) = (plan, loss, evaluations);
        unit = first;
    }

    /// <summary>Most units of work.</summary>
    /// <param name="parameters">Number of parameters.</param>
    public static int Units(int parameters) => 2 + ((Rounds + 1) * 2 * parameters) + (Rounds * Shares.Length);

    /// <summary>Starts from a point.</summary>
    /// <param name="start">A point within the limits.</param>
    public PosteriorPoint From(double[] start)
    {
        var z = start;
        var predictions = Evaluate([z])[0];
        var lost = loss.At(z, predictions);
        var jacobian = Jacobian(z, predictions);
        for (var round = 0; round < Rounds; round++)
        {
            var step = GaussNewton(z, predictions, jacobian);
            double[][] tried = [.. Shares.Select(share => loss.Within([.. z.Select((x, i) => x + (share * step[i]))]))];
            var found = Evaluate(tried);
            double[] losses = [.. found.Select((values, i) => loss.At(tried[i], values))];
            var best = Array.IndexOf(losses, losses.Min());
            if (losses[best] >= lost)
            {
                break;
            }

            (z, predictions, lost) = (tried[best], found[best], losses[best]);
            jacobian = Jacobian(z, predictions);
        }

        var withErrors = evaluations.Of(unit++, [z], plan.PatientsOfPosterior, withErrors: true)[0];
        return new PosteriorPoint(z, lost, predictions, withErrors[predictions.Length..], jacobian);
    }

    private double[][] Evaluate(double[][] points)
    {
        var first = unit;
        unit += points.Length;
        return evaluations.Of(first, points, plan.PatientsOfPosterior);
    }

    /// <summary>Derivatives of the targets' predictions: [target][parameter].</summary>
    private double[][] Jacobian(double[] z, double[] centre)
    {
        double[][] Moved(double by) => [.. z.Select((_, moved) => loss.Within([.. z.Select((x, i) => i == moved ? x + by : x)]))];
        var (low, high) = (Moved(-Step), Moved(Step));
        var found = Evaluate([.. low, .. high]);
        return
        [
            .. loss.Targets.Select(target => (double[])
            [
                .. z.Select((x, i) => Slope(
                    (low[i][i], found[i][target.Index]), (x, centre[target.Index]), (high[i][i], found[z.Length + i][target.Index]))),
            ]),
        ];
    }

    /// <summary>Slope between the outermost points that have a prediction; 0 when there are not two.</summary>
    private static double Slope(params ReadOnlySpan<(double Z, double Prediction)> points)
    {
        (double Z, double Prediction)? first = null;
        (double Z, double Prediction)? last = null;
        foreach (var point in points)
        {
            if (double.IsFinite(point.Prediction))
            {
                first ??= point;
                last = point;
            }
        }

        return first is { } low && last is { } high && high.Z > low.Z ? (high.Prediction - low.Prediction) / (high.Z - low.Z) : 0;
    }

    private double[] GaussNewton(double[] z, double[] predictions, double[][] jacobian)
    {
        double[] precisions = [.. loss.Targets.Select(target => Precision(target.SdTowards(predictions[target.Index]), predictions[target.Index]))];
        var descent = new double[z.Length];
        for (var i = 0; i < z.Length; i++)
        {
            descent[i] = -z[i];
            foreach (var (place, target) in loss.Targets.Index())
            {
                if (precisions[place] > 0)
                {
                    descent[i] -= precisions[place] * jacobian[place][i] * (predictions[target.Index] - target.Aim);
                }
            }
        }

        // A parameter that would leave the limits stays where it is, and the others move as if it were known.
        bool[] isHeld = [.. z.Select((x, i) => plan.Parameters[i].NearestWithin(x + (Math.Sign(descent[i]) * 1e-9)) == x && descent[i] != 0)];
        double[][] free = [.. jacobian.Select(row => (double[])[.. row.Select((slope, i) => isHeld[i] ? 0 : slope)])];
        var inverse = SymmetricEigen.Of(GaussianPosterior.Information(free, precisions, z.Length)).With(value => 1 / value);
        return [.. inverse.Select((row, i) => isHeld[i] ? 0 : row.Select((entry, j) => isHeld[j] ? 0 : entry * descent[j]).Sum())];
    }

    /// <summary>One over a variance; 0 for a target whose prediction the cohort does not give, which then says nothing.</summary>
    private static double Precision(double sd, double prediction) => double.IsFinite(prediction) ? 1 / (sd * sd) : 0;
}
