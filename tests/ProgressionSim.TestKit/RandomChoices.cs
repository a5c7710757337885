namespace ProgressionSim.TestKit;

/// <summary>Random settings from a generator of the tests.</summary>
public static class RandomChoices
{
    /// <summary>True with a probability.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="probability">0-1.</param>
    public static bool Chance(this SplitMix64 random, double probability) => random.NextUniform() < probability;

    /// <summary>Uniform between two numbers.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    public static double Between(this SplitMix64 random, double low, double high) => low + (random.NextUniform() * (high - low));

    /// <summary>Between two positive numbers, uniform on the logarithmic scale.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="low">Lower end, more than 0.</param>
    /// <param name="high">Upper end, more than 0.</param>
    public static double LogBetween(this SplitMix64 random, double low, double high) => low * Math.Exp(random.NextUniform() * Math.Log(high / low));

    /// <summary>0 with a probability, otherwise as <see cref="LogBetween"/>: the ends of a range are where code differs.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="zero">Probability of 0.</param>
    /// <param name="low">Lower end otherwise, more than 0.</param>
    /// <param name="high">Upper end otherwise, more than 0.</param>
    public static double ZeroOr(this SplitMix64 random, double zero, double low, double high) => random.Chance(zero) ? 0 : random.LogBetween(low, high);

    /// <summary>A whole number between two, both included.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    public static int Whole(this SplitMix64 random, int low, int high) => low + random.NextBelow(high - low + 1);

    /// <summary>One of some values.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="random">The generator.</param>
    /// <param name="values">The values, at least one.</param>
    public static T Pick<T>(this SplitMix64 random, params IReadOnlyList<T> values) => values[random.NextBelow(values.Count)];
}
