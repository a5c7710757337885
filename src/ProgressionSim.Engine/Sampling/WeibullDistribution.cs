using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Weibull distribution: positive times whose hazard is a power of time.</summary>
public sealed record WeibullDistribution : Distribution
{
    /// <summary>Sets both parameters.</summary>
    /// <param name="shape">Without unit; 1e-2 to 1e8; below 1 the hazard falls, above 1 it rises.</param>
    /// <param name="scale">Value with probability 1 - 1/e below it; finite, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public WeibullDistribution(double shape, double scale)
    {
        Shape = ParameterRange.Shape(shape);
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1e-2);
        Scale = Require.Positive(scale);
    }

    /// <summary>Shape, without unit; more than 0.</summary>
    public double Shape { get; }

    /// <summary>Scale, in the unit of the values; more than 0.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Mean => Scale * PortableMath.Exp(SpecialFunctions.LogGamma(1.0 + (1.0 / Shape)));

    /// <inheritdoc/>
    public override double Quantile(double u) => Scale * PortableMath.Pow(-PortableMath.Log1P(-ParameterRange.OpenUnit(u)), 1.0 / Shape);

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0.0 ? 0.0 : -PortableMath.ExpM1(-PortableMath.Pow(x / Scale, Shape));
}
