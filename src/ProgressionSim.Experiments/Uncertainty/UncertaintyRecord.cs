using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Outcomes of every outer replicate: the same patients in all of them, each replicate with its own values of the uncertain parameters.</summary>
public sealed record UncertaintyRecord
{
    /// <summary>What was asked.</summary>
    public required UncertaintyPlan Plan { get; init; }

    /// <summary>Values of the parameters: [replicate][parameter].</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Draws { get; init; }

    /// <summary>Groups of patients; the first holds everybody with an origin.</summary>
    public required IReadOnlyList<OutcomeGroup> Groups { get; init; }

    /// <summary>Number of arms.</summary>
    public required int Arms { get; init; }

    /// <summary>Where the variance of the outcome comes from, for some arms.</summary>
    public required IReadOnlyList<ArmVariance> Variances { get; init; }

    /// <summary>
    /// Means by replicate: [replicate][((group * arms) + arm) * outcomes + outcome]. The patients of the replicates are few, but the same in all of them: a mean is that of the
    /// many patients with the scenario's own values, plus what the replicate's values change in the few.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<double>> Means { get; init; }

    /// <summary>Mean of an outcome in a replicate.</summary>
    /// <param name="replicate">Outer replicate.</param>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public double Mean(int replicate, int group, int arm, int outcome) => Means[replicate][(((group * Arms) + arm) * OutcomeCatalogue.Count) + outcome];

    /// <summary>Gain of an arm over another in a replicate; positive is good.</summary>
    /// <param name="replicate">Outer replicate.</param>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="against">The other arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public double Benefit(int replicate, int group, int arm, int against, int outcome)
    {
        var gained = Mean(replicate, group, arm, outcome) - Mean(replicate, group, against, outcome);
        return OutcomeCatalogue.All[outcome].HigherIsBetter ? gained : -gained;
    }

    /// <summary>Interval of a quantity over the replicates.</summary>
    /// <param name="quantity">Gives the quantity of a replicate.</param>
    public ParameterInterval Interval(Func<int, double> quantity) => ParameterInterval.Of(Enumerable.Range(0, Draws.Count).Select(quantity));
}
