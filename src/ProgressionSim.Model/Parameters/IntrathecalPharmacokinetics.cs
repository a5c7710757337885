namespace ProgressionSim.Model.Parameters;

/// <summary>Linear compartments of an intrathecal drug; doses enter the first one.</summary>
public sealed record IntrathecalPharmacokinetics
{
    /// <summary>Largest number of compartments.</summary>
    public const int MaximumCompartments = 6;

    /// <summary>The compartments, the dosed one (lumbar CSF) first; 1 to 6.</summary>
    public required IReadOnlyList<DrugCompartment> Compartments
    {
        get;
        init => field = value.Count is >= 1 and <= MaximumCompartments
            ? value
            : throw new ArgumentException("One to six compartments are needed.", nameof(Compartments));
    }

    /// <summary>Exchanges between compartments.</summary>
    public required IReadOnlyList<DrugExchange> Exchanges { get; init; }

    /// <summary>Index of the compartment whose concentration drives knock-down.</summary>
    public required int EffectCompartment { get; init => field = Require.Between(value, 0, MaximumCompartments - 1); }

    /// <summary>True when every exchange joins two different compartments and the effect compartment exists.</summary>
    public bool IsConsistent =>
        EffectCompartment < Compartments.Count
        && Exchanges.All(exchange => exchange.First != exchange.Second
            && Math.Min(exchange.First, exchange.Second) >= 0
            && Math.Max(exchange.First, exchange.Second) < Compartments.Count);
}
