namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Where an answer lies when the parameters of everyone are as uncertain as stated: the middle 95 % of its values over the outer replicates.</summary>
/// <param name="Median">Median of the replicates; may be infinite.</param>
/// <param name="Low">2.5 % point; may be infinite.</param>
/// <param name="High">97.5 % point; may be infinite.</param>
public readonly record struct ParameterInterval(double Median, double Low, double High)
{
    private const double Tail = 0.025;

    /// <summary>The interval of values of all replicates.</summary>
    /// <param name="values">The values, in any order; not changed.</param>
    public static ParameterInterval Of(IEnumerable<double> values)
    {
        var order = values.Order().ToArray();
        var below = (int)Math.Floor(Tail * order.Length);
        return new ParameterInterval(order[order.Length / 2], order[below], order[order.Length - 1 - below]);
    }
}
