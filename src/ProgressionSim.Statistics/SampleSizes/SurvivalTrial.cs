using MathNet.Numerics;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>A trial with exponential events, exponential dropout, uniform recruitment and a fixed end.</summary>
/// <remarks>
/// Chance of an event, with L = event + dropout hazard, recruitment a and end T: hazard/L (1 - (exp(-L (T - a)) - exp(-L T))/(L a)).
/// Power by Schoenfeld from the expected events; or by the exponential model, after Lachin and Foulkes, on the log hazard ratio: variances (1/n0 +
/// 1/n1)/E(mean hazard)
/// without effect and 1/(n0 E0) + 1/(n1 E1) with it. Source: Lachin and Foulkes, Biometrics 42:507-519 (1986); gsDesign's nSurvival with type "rr" is the
/// same. Immutable, so thread-safe.
/// </remarks>
public sealed record SurvivalTrial
{
    /// <summary>Plans for a hazard ratio. All times in one unit, hazards per that unit.</summary>
    /// <param name="hazard0">Event hazard of group 0; above 0.</param>
    /// <param name="hazardRatio">Group 1 over group 0; above 0, not 1.</param>
    /// <param name="dropoutHazard">Of both groups; at least 0.</param>
    /// <param name="recruitment">Length of recruitment from time 0; at least 0, at most the end.</param>
    /// <param name="end">End of the trial; above 0.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SurvivalTrial(double hazard0, double hazardRatio, double dropoutHazard, double recruitment, double end, double oneSidedAlpha = 0.025)
    {
        Test = new(hazardRatio, oneSidedAlpha);
        Hazard0 = DesignChecks.Positive(hazard0, nameof(hazard0));
        DropoutHazard = DesignChecks.NotNegative(dropoutHazard, nameof(dropoutHazard));
        End = DesignChecks.Positive(end, nameof(end));
        Recruitment = DesignChecks.NotNegative(recruitment, nameof(recruitment));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recruitment, end);
    }

    /// <summary>Hazard ratio and level.</summary>
    public LogRankEvents Test { get; }

    /// <summary>Event hazard of group 0.</summary>
    public double Hazard0 { get; }

    /// <summary>Dropout hazard of both groups.</summary>
    public double DropoutHazard { get; }

    /// <summary>Length of recruitment.</summary>
    public double Recruitment { get; }

    /// <summary>End of the trial, from the start of recruitment.</summary>
    public double End { get; }

    /// <summary>Chance that a patient of group 0 is seen to have the event.</summary>
    public double EventProbability0 => EventProbability(Hazard0, DropoutHazard, Recruitment, End);

    /// <summary>Chance that a patient of group 1 is seen to have the event.</summary>
    public double EventProbability1 => EventProbability(Hazard0 * Test.HazardRatio, DropoutHazard, Recruitment, End);

    /// <summary>Chance that a patient recruited at a uniform time is seen to have an exponential event before exponential dropout and a fixed end.</summary>
    /// <param name="hazard">Event hazard; at least 0.</param>
    /// <param name="dropoutHazard">Dropout hazard; at least 0.</param>
    /// <param name="recruitment">Length of recruitment; at least 0, at most the end.</param>
    /// <param name="end">End from the start of recruitment; above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double EventProbability(double hazard, double dropoutHazard, double recruitment, double end)
    {
        DesignChecks.NotNegative(hazard, nameof(hazard));
        DesignChecks.NotNegative(dropoutHazard, nameof(dropoutHazard));
        DesignChecks.NotNegative(recruitment, nameof(recruitment));
        DesignChecks.Positive(end, nameof(end));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recruitment, end);
        var leaving = hazard + dropoutHazard;
        if (hazard == 0)
        {
            return 0;
        }

        var span = leaving * recruitment;
        var spread = span == 0 ? 1 : -SpecialFunctions.Expm1(-span) / span;
        return hazard / leaving * (1 - (Math.Exp(-leaving * (end - recruitment)) * spread));
    }

    /// <summary>Events expected in both groups.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>At least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double ExpectedEvents(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        return (sizes.Group0 * EventProbability0) + (sizes.Group1 * EventProbability1);
    }

    /// <summary>Power of the log-rank test by Schoenfeld's formula from the expected events.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double Power(GroupSizes sizes) => Test.SchoenfeldPower(ExpectedEvents(sizes), sizes.Allocation);

    /// <summary>Sizes that give Schoenfeld's events in expectation.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes SampleSize(double power, double allocation = 1)
    {
        var group0 = Test.SchoenfeldEvents(power, allocation) / (EventProbability0 + (allocation * EventProbability1));
        return new(group0, allocation * group0);
    }

    /// <summary>Power of the exponential model's test of the log hazard ratio.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double ExponentialPower(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        return NormalPower.Power(Math.Log(Test.HazardRatio), Variance(sizes), NullVariance(sizes), Test.OneSidedAlpha);
    }

    /// <summary>Sizes that give the exponential model's test a power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes ExponentialSampleSize(double power, double allocation = 1)
    {
        var one = new GroupSizes(1, allocation);
        return NormalPower.Size(Math.Log(Test.HazardRatio), Variance(one), NullVariance(one), Test.OneSidedAlpha, power, allocation);
    }

    private double Variance(GroupSizes sizes) => (1 / (sizes.Group0 * EventProbability0)) + (1 / (sizes.Group1 * EventProbability1));

    private double NullVariance(GroupSizes sizes)
    {
        var mean = Hazard0 * (sizes.Group0 + (sizes.Group1 * Test.HazardRatio)) / sizes.Total;
        return ((1 / sizes.Group0) + (1 / sizes.Group1)) / EventProbability(mean, DropoutHazard, Recruitment, End);
    }
}
