namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Checks on the outputs of a design.</summary>
internal static class Outputs
{
    /// <summary>Spread below this share of the largest output is rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Throws unless there is one output a row.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="rows">Rows of the design.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Check(ReadOnlySpan<double> outputs, int rows)
    {
        if (outputs.Length != rows)
        {
            throw new ArgumentException($"The design has {rows} rows; there are {outputs.Length} outputs.", nameof(outputs));
        }
    }

    /// <summary>Whether all outputs are finite.</summary>
    /// <param name="outputs">The outputs.</param>
    public static bool AreFinite(ReadOnlySpan<double> outputs)
    {
        foreach (var output in outputs)
        {
            if (!double.IsFinite(output))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether finite outputs differ by more than rounding.</summary>
    /// <param name="outputs">The outputs; all finite.</param>
    public static bool Vary(ReadOnlySpan<double> outputs)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var output in outputs)
        {
            low = Math.Min(low, output);
            high = Math.Max(high, output);
        }

        return high - low > Rounding * Math.Max(Math.Abs(low), Math.Abs(high));
    }
}
