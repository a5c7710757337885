using System.Collections.Immutable;
using ProgressionSim.Statistics;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>What each parameter alone does to one output.</summary>
public sealed record Tornado
{
    private Tornado(FitStatus status, ImmutableArray<TornadoBar> bars)
    {
        Status = status;
        Bars = bars;
    }

    /// <summary>Not estimable when an output is not finite, for example a time that nobody reached.</summary>
    public FitStatus Status { get; }

    /// <summary>One bar a parameter, widest first, bars of equal width in the order of the parameters; empty when not estimable.</summary>
    public ImmutableArray<TornadoBar> Bars { get; }

    /// <summary>Reads the bars off the outputs.</summary>
    /// <param name="design">The design.</param>
    /// <param name="outputs">Output at each of its rows.</param>
    /// <exception cref="ArgumentException">The number of outputs is not that of the rows.</exception>
    public static Tornado Of(TornadoDesign design, ReadOnlySpan<double> outputs)
    {
        Outputs.Check(outputs, design.Rows);
        if (!Outputs.AreFinite(outputs))
        {
            return new(FitStatus.NotEstimable, []);
        }

        var bars = new TornadoBar[design.Parameters];
        for (var parameter = 0; parameter < bars.Length; parameter++)
        {
            bars[parameter] = new TornadoBar(parameter, outputs[1 + (2 * parameter)], outputs[0], outputs[2 + (2 * parameter)]);
        }

        return new(FitStatus.Estimated, [.. bars.OrderByDescending(bar => bar.Width)]);
    }
}
