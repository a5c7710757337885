using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>A quantity published about patients, and how it is computed from a simulated cohort.</summary>
public sealed record EvidenceQuantity
{
    /// <summary>Name, lowerCamelCase, unique in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for people, without its value.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of value and interval, for example <c>points per month</c>; empty for a pure number.</summary>
    public required string Unit { get; init; }

    /// <summary>Whom it was measured in.</summary>
    public required string Population { get; init; }

    /// <summary>What it is for.</summary>
    public required EvidenceUse Use { get; init; }

    /// <summary>Published value; null where none is published and only the prediction is of interest.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the interval (95 % unless <see cref="IntervalIs"/> says otherwise) that the prediction should lie in; null without one.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval; null without one.</summary>
    public double? High { get; init; }

    /// <summary>What the interval is: printed by the source, or how it was derived.</summary>
    public string IntervalIs { get; init; } = "";

    /// <summary>Number of people it was measured in; null where unknown.</summary>
    public int? Patients { get; init; }

    /// <summary>Where it was published, with DOI or another identifier.</summary>
    public required string Source { get; init; }

    /// <summary>How far the source can be trusted for this quantity.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What a reader should know: conflicts with other sources, what the comparison leaves out; empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>How it is computed from a simulated cohort.</summary>
    public required Estimator Estimator { get; init; }
}
