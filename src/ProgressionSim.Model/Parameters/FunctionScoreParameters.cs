namespace ProgressionSim.Model.Parameters;

/// <summary>How a region's function becomes scores a doctor records: ALSFRS-R items, stages, vital capacity, motor-unit counts.</summary>
public sealed record FunctionScoreParameters
{
    /// <summary>Function at which an item scores 1, 2, 3 and 4 without noise; four rising values between 0 and 1.</summary>
    public required IReadOnlyList<double> AlsfrsThresholds
    {
        get;
        init => field = value.Count == 4 && value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second) && value[0] > 0 && value[3] < 1
            ? value
            : throw new ArgumentException("Four rising values between 0 and 1 are needed.", nameof(AlsfrsThresholds));
    }

    /// <summary>Discrimination of the items: noise is divided by this before it is added to the logit of function; more than 0.</summary>
    public required double AlsfrsDiscrimination { get; init => field = Require.Positive(value); }

    /// <summary>kappa: exponent of respiratory function in vital capacity; more than 0.</summary>
    public required double SvcExponent { get; init => field = Require.Positive(value); }

    /// <summary>Standard deviation of one slow-vital-capacity reading, percent of predicted; at least 0.</summary>
    public required double SvcNoiseSdPercent { get; init => field = Require.NonNegative(value); }

    /// <summary>Coefficient of variation of one motor-unit number estimate, 0-1.</summary>
    public required double MotorUnitNumberCv { get; init => field = Require.Fraction(value); }

    /// <summary>True: MiToS counts communication as lost only when speech and handwriting both are; false: when either is.</summary>
    public required bool MitosCommunicationNeedsBoth { get; init; }
}
