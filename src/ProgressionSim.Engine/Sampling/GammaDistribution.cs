using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Gamma distribution: positive values, skewed to the right.</summary>
public sealed record GammaDistribution : Distribution
{
    private GammaDistribution(double shape, double scale)
    {
        Shape = shape;
        Scale = scale;
    }

    /// <summary>Shape, without unit; more than 0.</summary>
    public double Shape { get; }

    /// <summary>Scale, in the unit of the values; more than 0.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Mean => Shape * Scale;

    /// <summary>Distribution of given shape and scale; its mean is their product.</summary>
    /// <param name="shape">1e-3 to 1e8.</param>
    /// <param name="scale">In the unit of the values; finite, more than 0.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static GammaDistribution FromShapeAndScale(double shape, double scale)
    {
        ParameterRange.Shape(shape);
        return new GammaDistribution(shape, Require.Positive(scale));
    }

    /// <summary>Distribution of given mean and relative spread; its shape is 1 over the square of the spread.</summary>
    /// <param name="mean">In the unit of the values; finite, more than 0.</param>
    /// <param name="cv">Standard deviation over mean; 1e-4 to 31.6.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static GammaDistribution FromMeanAndCv(double mean, double cv)
    {
        Require.Positive(mean);
        Require.Positive(cv);
        ArgumentOutOfRangeException.ThrowIfLessThan(cv, 1e-4);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cv, 31.6);
        double square = cv * cv;
        return new GammaDistribution(1.0 / square, mean * square);
    }

    /// <inheritdoc/>
    public override double Quantile(double u) => Scale * GammaRegularised.Quantile(Shape, ParameterRange.OpenUnit(u));

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0.0 ? 0.0 : GammaRegularised.Lower(Shape, x / Scale);
}
