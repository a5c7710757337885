namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>A table of means, draws of the parameters by patients: its variances, and what they are without one draw or one patient.</summary>
/// <remarks>
/// With row means, and residuals e(k, i) = m(k, i) - m(k, .) - m(., i) + m(., .). Leaving out row k of K turns a sum of squared deviations of rows into
/// itself less K / (K - 1) times the row's own square, and so for residuals (their columns add up to 0 without the row's share); likewise for columns.
/// Leaving out column i moves row mean k by -d(k, i) / (n - 1) with d = m(k, i) - m(k, .), of which only e(k, i) differs between rows.
/// </remarks>
internal sealed class CrossedTable
{
    private readonly int draws;
    private readonly int patients;

    /// <summary>m(k, .) - m(., .).</summary>
    private readonly double[] rowDeviations;

    /// <summary>Sum over i of (m(k, i) - m(k, .))^2, of each draw.</summary>
    private readonly double[] rowSquares;

    /// <summary>Sum over k of (m(k, i) - m(k, .))^2, of each patient.</summary>
    private readonly double[] columnSquares;

    /// <summary>Sum over i of e(k, i)^2, of each draw.</summary>
    private readonly double[] rowResiduals;

    /// <summary>Sum over k of e(k, i)^2, of each patient.</summary>
    private readonly double[] columnResiduals;

    /// <summary>Sum over k of e(k, i) (m(k, .) - m(., .)), of each patient.</summary>
    private readonly double[] columnProducts;

    private readonly double deviationSquares;
    private readonly double squares;
    private readonly double residuals;

    /// <summary>Sums of a table.</summary>
    /// <param name="means">Means over repetitions, one array of patients a draw; at least two of each, all finite.</param>
    public CrossedTable(List<double[]> means)
    {
        draws = means.Count;
        patients = means[0].Length;

        // Less one of its values the table keeps its variances, and a table of equal values becomes exactly 0.
        var origin = means[0][0];
        var rowMeans = means.ConvertAll(row => row.Sum(mean => mean - origin) / patients);
        var centre = rowMeans.Sum() / draws;
        Mean = origin + centre;
        rowDeviations = [.. rowMeans.Select(mean => mean - centre)];
        var columnDeviations = new double[patients];
        for (var k = 0; k < draws; k++)
        {
            for (var i = 0; i < patients; i++)
            {
                columnDeviations[i] += (means[k][i] - origin - rowMeans[k]) / draws;
            }
        }

        (rowSquares, rowResiduals) = (new double[draws], new double[draws]);
        (columnSquares, columnResiduals, columnProducts) = (new double[patients], new double[patients], new double[patients]);
        for (var k = 0; k < draws; k++)
        {
            for (var i = 0; i < patients; i++)
            {
                var deviation = means[k][i] - origin - rowMeans[k];
                var residual = deviation - columnDeviations[i];
                rowSquares[k] += deviation * deviation;
                columnSquares[i] += deviation * deviation;
                rowResiduals[k] += residual * residual;
                columnResiduals[i] += residual * residual;
                columnProducts[i] += residual * rowDeviations[k];
            }
        }

        deviationSquares = rowDeviations.Sum(deviation => deviation * deviation);
        squares = rowSquares.Sum();
        residuals = rowResiduals.Sum();
    }

    /// <summary>Mean of the table.</summary>
    public double Mean { get; }

    /// <summary>Mean over draws of the variance between patients.</summary>
    public double PatientVariance() => squares / (draws * (patients - 1.0));

    /// <summary><see cref="PatientVariance"/> without a draw.</summary>
    /// <param name="draw">The draw left out.</param>
    public double PatientVarianceWithoutDraw(int draw) => (squares - rowSquares[draw]) / ((draws - 1.0) * (patients - 1.0));

    /// <summary><see cref="PatientVariance"/> without a patient.</summary>
    /// <param name="patient">The patient left out.</param>
    public double PatientVarianceWithoutPatient(int patient) =>
        (squares - (columnSquares[patient] * patients / (patients - 1.0))) / (draws * (patients - 2.0));

    /// <summary>Variance of the draws' means, less the interaction's mean square over the number of patients.</summary>
    public double DrawVariance() => DrawVariance(deviationSquares, residuals, draws, patients);

    /// <summary><see cref="DrawVariance()"/> without a draw.</summary>
    /// <param name="draw">The draw left out.</param>
    public double DrawVarianceWithoutDraw(int draw)
    {
        var more = draws / (draws - 1.0);
        var own = rowDeviations[draw] * rowDeviations[draw];
        return DrawVariance(deviationSquares - (more * own), residuals - (more * rowResiduals[draw]), draws - 1, patients);
    }

    /// <summary><see cref="DrawVariance()"/> without a patient.</summary>
    /// <param name="patient">The patient left out.</param>
    public double DrawVarianceWithoutPatient(int patient)
    {
        var others = patients - 1.0;
        var moved = deviationSquares - (2 * columnProducts[patient] / others) + (columnResiduals[patient] / (others * others));
        return DrawVariance(moved, residuals - (columnResiduals[patient] * patients / others), draws, patients - 1);
    }

    private static double DrawVariance(double deviationSquares, double residuals, int draws, int patients) =>
        (deviationSquares - (residuals / (patients * (patients - 1.0)))) / (draws - 1.0);
}
