using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>Every distribution a scenario may name, except <c>categorical</c> and <c>empirical</c>, whose parameters are not plain numbers.</summary>
internal static class DistributionFamilies
{
    /// <summary>Key of the family's name.</summary>
    public const string NameKey = "distribution";

    /// <summary>Observed values with optional weights.</summary>
    public const string Empirical = "empirical";

    /// <summary>Weights of regions.</summary>
    public const string Categorical = "categorical";

    // Bounds of shape parameters are those within which the engine's quantiles are accurate.
    private static readonly NumberRange ShapeRange = NumberRange.Between(1e-3, 1e8);
    private static readonly NumberRange WeibullShapeRange = NumberRange.Between(1e-2, 1e8);
    private static readonly NumberRange PositiveRange = NumberRange.Positive(1e9);

    /// <summary>The families with plain parameters.</summary>
    public static IReadOnlyList<DistributionFamily> Plain { get; } =
    [
        new("constant", [[Value("value")]], false, number => new ConstantDistribution(Needed(number, "value"))),
        new(
            "normal",
            [[Value("mean"), new("sd", NumberRange.NonNegative(1e9))]],
            true,
            number => Needed(number, "sd") > 0 ? new NormalDistribution(Needed(number, "mean"), Needed(number, "sd")) : new ConstantDistribution(Needed(number, "mean"))),
        new(
            "logNormal",
            [[new("median", PositiveRange, IsValue: true), new("cv", NumberRange.NonNegative(1000))]],
            true,
            number => Needed(number, "cv") > 0
                ? LogNormalDistribution.FromMedianAndCv(Needed(number, "median"), Needed(number, "cv"))
                : new ConstantDistribution(Needed(number, "median"))),
        new(
            "gamma",
            [[new("mean", PositiveRange, IsValue: true), new("cv", NumberRange.Between(1e-4, 31.6))], [new("shape", ShapeRange), new("scale", PositiveRange)]],
            true,
            number => number("mean") is { } mean
                ? GammaDistribution.FromMeanAndCv(mean, Needed(number, "cv"))
                : GammaDistribution.FromShapeAndScale(Needed(number, "shape"), Needed(number, "scale"))),
        new("beta", [[new("alpha", ShapeRange), new("beta", ShapeRange)]], true, number => new BetaDistribution(Needed(number, "alpha"), Needed(number, "beta"))),
        new("uniform", [[Value("min"), Value("max")]], false, number => new UniformDistribution(Needed(number, "min"), Needed(number, "max"))),
        new(
            "weibull",
            [[new("shape", WeibullShapeRange), new("scale", PositiveRange)]],
            true,
            number => new WeibullDistribution(Needed(number, "shape"), Needed(number, "scale"))),
        new(
            "triangular",
            [[Value("min"), Value("mode"), Value("max")]],
            false,
            number => new TriangularDistribution(Needed(number, "min"), Needed(number, "mode"), Needed(number, "max"))),
    ];

    /// <summary>Names of distributions of a number.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Plain.Select(family => family.Name), Empirical];

    /// <summary>The family of a name, or null.</summary>
    public static DistributionFamily? Find(string name) => Plain.FirstOrDefault(family => family.Name == name);

    /// <summary>Limits a distribution to what the scenario says and to the range of its setting, where it would otherwise leave it.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="minimum">Smallest value the scenario allows.</param>
    /// <param name="maximum">Largest value the scenario allows.</param>
    /// <param name="range">Range of the setting.</param>
    /// <returns>Null when almost nothing would be left (less than one in a million).</returns>
    public static Distribution? Limit(Distribution distribution, double? minimum, double? maximum, NumberRange range)
    {
        var low = Math.Max(minimum ?? double.NegativeInfinity, range.Minimum);
        var high = Math.Min(maximum ?? double.PositiveInfinity, range.Maximum);
        var below = double.IsFinite(low) ? distribution.CdfBelow(low) : 0;
        var upTo = double.IsFinite(high) ? distribution.Cdf(high) : 1;
        if (!(upTo - below >= TruncatedDistribution.SmallestProbability) || low >= high)
        {
            return null;
        }

        return below > 0 || upTo < 1
            ? new TruncatedDistribution(distribution, double.IsFinite(low) ? low : null, double.IsFinite(high) ? high : null)
            : distribution;
    }

    private static DistributionParameter Value(string name) => new(name, NumberRange.Between(-1e9, 1e9), IsValue: true);

    private static double Needed(Func<string, double?> number, string name) =>
        number(name) ?? throw new ArgumentException($"The parameter {name} is missing.", nameof(number));
}
