using System.Numerics;
using System.Runtime.CompilerServices;

namespace ProgressionSim.Model.Parameters;

/// <summary>Range checks for the constructors of parameter types: a parameter that exists is a valid one.</summary>
public static class Require
{
    /// <summary>A finite number of at least 0.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name, filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or not a number.</exception>
    public static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be a finite number, at least 0.");

    /// <summary>A finite number above 0.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name, filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative, infinite or not a number.</exception>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be a finite number, more than 0.");

    /// <summary>A share or probability, 0 to 1.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name, filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1 or not a number.</exception>
    public static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be between 0 and 1.");

    /// <summary>A number in a closed range.</summary>
    /// <typeparam name="T">A number type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="low">Smallest allowed value.</param>
    /// <param name="high">Largest allowed value.</param>
    /// <param name="name">Its name, filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range or not a number.</exception>
    public static T Between<T>(T value, T low, T high, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> =>
        value >= low && value <= high ? value : throw new ArgumentOutOfRangeException(name, value, $"Must be between {low} and {high}.");

    /// <summary>Every region's value satisfies a check of this class.</summary>
    /// <param name="values">The values.</param>
    /// <param name="check">The check, called with value and name.</param>
    /// <param name="name">Their name, filled in by the compiler.</param>
    public static RegionValues Each(RegionValues values, Func<double, string, double> check, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        foreach (var region in Enum.GetValues<Region>())
        {
            check(values[region], $"{name}.{region}");
        }

        return values;
    }
}
