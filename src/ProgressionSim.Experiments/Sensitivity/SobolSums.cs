using System.Numerics;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>The terms whose sums over base points make Sobol' indices, one row a base point.</summary>
/// <remarks>
/// Of outputs a, b and c(i) at A, B and A with parameter i from B, all less their common centre: [0] a + b, [1] a^2 + b^2, and for each
/// parameter [2 + 3 i] b (c(i) - a), [3 + 3 i] c(i) - a, [4 + 3 i] (c(i) - a)^2. A resample adds rows, so it costs one pass.
/// </remarks>
internal sealed class SobolSums
{
    private readonly double[] terms;
    private readonly int parameters;

    /// <summary>Terms of outputs in the order of <see cref="SaltelliDesign"/>.</summary>
    /// <param name="outputs">Outputs, n (k + 2); finite.</param>
    /// <param name="parameters">k.</param>
    public SobolSums(ReadOnlySpan<double> outputs, int parameters)
    {
        this.parameters = parameters;
        BasePoints = outputs.Length / (parameters + 2);
        terms = new double[BasePoints * Width];
        var centre = Centre(outputs);
        for (var point = 0; point < BasePoints; point++)
        {
            var of = outputs.Slice(point * (parameters + 2), parameters + 2);
            var row = terms.AsSpan(point * Width, Width);
            var (a, b) = (of[0] - centre, of[1] - centre);
            row[0] = a + b;
            row[1] = (a * a) + (b * b);
            for (var parameter = 0; parameter < parameters; parameter++)
            {
                var step = of[2 + parameter] - of[0];
                row[2 + (3 * parameter)] = b * step;
                row[3 + (3 * parameter)] = step;
                row[4 + (3 * parameter)] = step * step;
            }
        }
    }

    /// <summary>n, number of base points.</summary>
    public int BasePoints { get; }

    /// <summary>2 + 3 k, terms of a base point.</summary>
    public int Width => 2 + (3 * parameters);

    /// <summary>Adds a base point's terms.</summary>
    /// <param name="basePoint">Which.</param>
    /// <param name="sums">Sums so far.</param>
    public void Add(int basePoint, Span<double> sums)
    {
        // Each sum stands alone, so the width of the vectors does not show in the result.
        var row = terms.AsSpan(basePoint * Width, Width);
        var i = 0;
        for (; i <= row.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(sums[i..]) + new Vector<double>(row[i..])).CopyTo(sums[i..]);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += row[i];
        }
    }

    /// <summary>Indices from sums over as many base points as there are, drawn with or without repetition.</summary>
    /// <param name="sums">Sums of the terms.</param>
    /// <param name="shares">Receives the first-order index of each parameter, then the total index of each, then the share of interactions.</param>
    /// <returns>Variance of the output; when 0 nothing is written.</returns>
    public double Indices(ReadOnlySpan<double> sums, Span<double> shares)
    {
        double n = BasePoints;
        var mean = sums[0] / (2 * n);
        var variance = Math.Max((sums[1] / (2 * n)) - (mean * mean), 0);
        if (variance == 0)
        {
            return 0;
        }

        var first = 0.0;
        for (var parameter = 0; parameter < parameters; parameter++)
        {
            // The first centre was that of all outputs; a resample has a mean of its own, taken off here.
            shares[parameter] = (sums[2 + (3 * parameter)] - (mean * sums[3 + (3 * parameter)])) / (n * variance);
            shares[parameters + parameter] = sums[4 + (3 * parameter)] / (2 * n * variance);
            first += shares[parameter];
        }

        shares[2 * parameters] = 1 - first;
        return variance;
    }

    private double Centre(ReadOnlySpan<double> outputs)
    {
        var sum = 0.0;
        for (var point = 0; point < BasePoints; point++)
        {
            sum += outputs[point * (parameters + 2)] + outputs[(point * (parameters + 2)) + 1];
        }

        return sum / (2 * BasePoints);
    }
}
