using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Sufficient statistics of a random intercept and slope model: patients are grouped by the times they were measured at.</summary>
/// <remarks>
/// The design of a patient's means lies in the span of the columns of Z, so the likelihood depends on the measurements only through each patient's least-squares
/// line and the residual sum of squares around these lines. Measurements are taken from an offset, so that large values lose no digits.
/// </remarks>
internal sealed partial class RandomSlopePatterns
{
    private const int MaskBits = 64;

    private PatternBlock[] blocks = new PatternBlock[8];
    private PatternSums[] sums = new PatternSums[64];
    private PatternTimes[] times = new PatternTimes[32];
    private ulong[] masks = new ulong[32];
    private int[] slots = new int[64];
    private double[] missingRow = [];
    private int patterns;

    /// <summary>The patterns, four a block.</summary>
    public Span<PatternBlock> Blocks => blocks.AsSpan(0, (patterns + 3) / 4);

    /// <summary>Taken from every measurement.</summary>
    public double Offset { get; private set; }

    /// <summary>Measurements that are not missing.</summary>
    public int Observations { get; private set; }

    /// <summary>Patients with at least one measurement.</summary>
    public int Patients { get; private set; }

    /// <summary>Patients measured at two times or more.</summary>
    public int PatientsWithSlope { get; private set; }

    /// <summary>Largest sum of squares of a patient's times around their mean.</summary>
    public double LargestTimeSpread { get; private set; }

    /// <summary>Sum of squared residuals around the patients' own lines.</summary>
    public double ResidualSquares { get; private set; }

    /// <summary>Whether that sum is more than the rounding of the measurements.</summary>
    public bool HasResiduals { get; private set; }

    /// <summary>Degrees of freedom of that sum.</summary>
    public int ResidualDegrees => Observations - Patients - PatientsWithSlope;

    /// <summary>Reads the measurements.</summary>
    /// <param name="values">[patient * visits + visit]; NaN is missing.</param>
    /// <param name="visitTimes">As many as visits, or as many as values.</param>
    /// <param name="group">0 or 1 for each patient.</param>
    /// <param name="visits">Number of visits, at least 1.</param>
    public void Read(ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, ReadOnlySpan<int> group, int visits)
    {
        patterns = 0;
        Observations = 0;
        Patients = 0;
        PatientsWithSlope = 0;
        LargestTimeSpread = 0;
        Offset = FirstNumber(values);
        Offset = FirstNumber(values);
        var shared = visitTimes.Length == visits;
        var squares = shared && visits <= MaskBits
            ? ReadSharedTimes(values, visitTimes, group)
            : ReadOwnTimes(values, visitTimes, group, visits, shared);
        var explained = FormLines();
        ResidualSquares = squares - explained;

        // The difference has lost its digits where the residuals are minute beside the measurements.
        if (!(ResidualSquares > 1e-7 * squares))
        {
            ResidualSquares = ResidualSquaresAroundLines(values, visitTimes, visits, shared);
        }

        HasResiduals = ResidualDegrees > 0 && ResidualSquares > 1e-26 * (squares + (Observations * Offset * Offset));
    }

    /// <summary>Sums over patients of tr(E M E M X M) for pairs of parameters, where X belongs to the patient's group and M is that of the last evaluation.</summary>
    public Symmetric3 Cubes(Symmetric2 x0, Symmetric2 x1)
    {
        Vector256<double> p11 = default, p12 = default, p13 = default, p22 = default, p23 = default, p33 = default;
        foreach (ref readonly var block in Blocks)
        {
            var (a, b, c) = (block.M11, block.M12, block.M22);
            var q11 = (block.Patients0 * x0.A11) + (block.Patients1 * x1.A11);
            var q12 = (block.Patients0 * x0.A12) + (block.Patients1 * x1.A12);
            var q22 = (block.Patients0 * x0.A22) + (block.Patients1 * x1.A22);
            var m11 = (a * q11) + (b * q12);
            var m12 = (a * q12) + (b * q22);
            var u11 = (m11 * a) + (m12 * b);
            var u12 = (m11 * b) + (m12 * c);
            var u22 = (((b * q11) + (c * q12)) * b) + (((b * q12) + (c * q22)) * c);
            p11 += a * u11;
            p12 += b * u12;
            p13 += (a * u12) + (b * u11);
            p22 += c * u22;
            p23 += (b * u22) + (c * u12);
            p33 += (b * (u12 + u12)) + (c * u11) + (a * u22);
        }

        return new Symmetric3(
            PatternBlock.Sum(p11), PatternBlock.Sum(p12), PatternBlock.Sum(p13), PatternBlock.Sum(p22), PatternBlock.Sum(p23), PatternBlock.Sum(p33));
    }

    private static double FirstNumber(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                return value;
            }
        }

        return 0;
    }

    /// <summary>Turns sums of Z'y into sums of least-squares lines; returns the squares these lines explain.</summary>
    private double FormLines()
    {
        if (blocks.Length < (patterns + 3) / 4)
        {
            blocks = new PatternBlock[(patterns + 3) / 2];
        }

        Vector256<double> patients = default, withSlope = default, observations = default, explained = default;
        for (var i = 0; i < (patterns + 3) / 4; i++)
        {
            ref var block = ref blocks[i];
            var own = times.AsSpan(4 * i, 4);
            var g11 = Vector256.Create(own[0].Count, own[1].Count, own[2].Count, own[3].Count);
            var g12 = Vector256.Create(own[0].Sum, own[1].Sum, own[2].Sum, own[3].Sum);
            var g22 = Vector256.Create(own[0].Squares, own[1].Squares, own[2].Squares, own[3].Squares);
            var determinant = g11 * Vector256.Create(own[0].Spread, own[1].Spread, own[2].Spread, own[3].Spread);
            var sloped = Vector256.GreaterThan(determinant, Vector256<double>.Zero);
            var used = Vector256.GreaterThan(g11, Vector256<double>.Zero);
            var i11 = Vector256.ConditionalSelect(sloped, g22 / determinant, (Vector256<double>.One / g11) & used);
            var i12 = -g12 / determinant & sloped;
            var i22 = g11 / determinant & sloped;
            block.G11 = g11;
            block.G12 = g12;
            block.G22 = g22;
            block.Determinant = determinant;
            block.Inverse11 = i11;
            block.Inverse12 = i12;
            block.Inverse22 = i22;

            var two = sums.AsSpan(8 * i, 8);
            block.Patients0 = Vector256.Create(two[0].Patients, two[2].Patients, two[4].Patients, two[6].Patients);
            block.Patients1 = Vector256.Create(two[1].Patients, two[3].Patients, two[5].Patients, two[7].Patients);
            var s01 = Vector256.Create(two[0].S1, two[2].S1, two[4].S1, two[6].S1);
            var s02 = Vector256.Create(two[0].S2, two[2].S2, two[4].S2, two[6].S2);
            var s11 = Vector256.Create(two[1].S1, two[3].S1, two[5].S1, two[7].S1);
            var s12 = Vector256.Create(two[1].S2, two[3].S2, two[5].S2, two[7].S2);
            block.Intercepts0 = (i11 * s01) + (i12 * s02);
            block.Slopes0 = (i12 * s01) + (i22 * s02);
            block.Intercepts1 = (i11 * s11) + (i12 * s12);
            block.Slopes1 = (i12 * s11) + (i22 * s12);

            var q11 = Vector256.Create(two[0].S11 + two[1].S11, two[2].S11 + two[3].S11, two[4].S11 + two[5].S11, two[6].S11 + two[7].S11);
            var q12 = Vector256.Create(two[0].S12 + two[1].S12, two[2].S12 + two[3].S12, two[4].S12 + two[5].S12, two[6].S12 + two[7].S12);
            var q22 = Vector256.Create(two[0].S22 + two[1].S22, two[2].S22 + two[3].S22, two[4].S22 + two[5].S22, two[6].S22 + two[7].S22);
            var iq11 = (i11 * q11) + (i12 * q12);
            var iq12 = (i11 * q12) + (i12 * q22);
            var iq21 = (i12 * q11) + (i22 * q12);
            var iq22 = (i12 * q12) + (i22 * q22);
            block.Squares11 = (iq11 * i11) + (iq12 * i12);
            block.Squares12 = (iq11 * i12) + (iq12 * i22);
            block.Squares22 = (iq21 * i12) + (iq22 * i22);

            var all = block.Patients0 + block.Patients1;
            patients += all;
            withSlope += all & sloped;
            observations += all * g11;
            explained += iq11 + iq22;
        }

        Patients = (int)PatternBlock.Sum(patients);
        PatientsWithSlope = (int)PatternBlock.Sum(withSlope);
        Observations = (int)PatternBlock.Sum(observations);
        return PatternBlock.Sum(explained);
    }

    private static double ResidualSquaresAroundLines(ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, int visits, bool shared)
    {
        var total = 0.0;
        for (var start = 0; start < values.Length; start += visits)
        {
            var row = values.Slice(start, visits);
            var own = shared ? visitTimes : visitTimes.Slice(start, visits);
            var line = LeastSquaresLine.Fit(row, own);
            for (var visit = 0; visit < visits; visit++)
            {
                if (!double.IsNaN(row[visit]))
                {
                    // A patient without a slope has been measured at one time only.
                    var residual = row[visit] - line.MeanValue - (line.HasSlope ? line.Slope * (own[visit] - line.MeanTime) : 0);
                    total += residual * residual;
                }
            }
        }

        return total;
    }
}
