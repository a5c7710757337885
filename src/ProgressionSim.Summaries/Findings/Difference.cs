using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Findings;

/// <summary>A paired difference between two arms at one month, in the unit it is told in.</summary>
internal sealed record Difference(ArmSummary Arm, ArmSummary Against, int Month, double Value, double StandardError, double Low, double High, long Pairs)
{
    /// <summary>ALSFRS-R total with the dead as 0.</summary>
    public const string Score = "alsfrsTotalDeathZero";

    /// <summary>Share alive, told in percentage points.</summary>
    public const string Alive = "alive";

    /// <summary>True when the 95 % interval leaves out 0.</summary>
    public bool IsDetectable => Low > 0 || High < 0;

    /// <summary>The difference without its sign: larger minus smaller.</summary>
    public Difference Unsigned => Value < 0 ? this with { Arm = Against, Against = Arm, Value = -Value, Low = -High, High = -Low } : this;

    /// <summary>Reads a contrast at a month.</summary>
    public static Difference At(RunSummary summary, ArmSummary arm, ArmSummary against, string measure, int month)
    {
        var contrast = summary.Contrast(arm.Index, against.Index, measure);
        var i = summary.MonthIndex(month);
        var factor = measure == Alive ? 100 : 1;
        return new(
            arm, against, month, factor * contrast.Difference[i], factor * contrast.StandardError[i], factor * contrast.Low[i], factor * contrast.High[i], contrast.Pairs[i]);
    }

    /// <summary>The value, rounded to what its standard error supports.</summary>
    public string ValueText => NumberText.Fixed(Value, NumberText.DecimalsFor(StandardError));

    /// <summary>The limits: <c>8.1 to 8.5</c>.</summary>
    public string IntervalText => Interval.Text(Low, High, NumberText.DecimalsFor(StandardError));
}
