using ProgressionSim.Engine.Random;

namespace ProgressionSim.Experiments.Timing;

/// <summary>Resamples of batches, with replacement, for intervals of what is no plain mean (bootstrap: Efron 1979, doi:10.1214/aos/1176344552).</summary>
/// <remarks>Every quantity is computed on the same resamples, so that differences and ranks keep their correlation. Patients of a batch stay together.</remarks>
internal sealed class BatchResampling
{
    /// <summary>Number of resamples.</summary>
    public const int Resamples = 1000;

    private const double Tail = 0.025;

    // [resample][batch]
    private readonly int[] times;
    private readonly int batches;

    /// <summary>Draws the resamples.</summary>
    /// <param name="batches">Number of batches.</param>
    /// <param name="seed">Seed of the run.</param>
    public BatchResampling(int batches, uint seed)
    {
        this.batches = batches;
        times = new int[Resamples * batches];
        var stream = new RandomStream(seed, StreamPurpose.Bootstrap);
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var draw = 0; draw < batches; draw++)
            {
                var uniform = Philox.Block(stream, (uint)resample, (uint)draw, 0).Uniform;
                times[(resample * batches) + (int)(uniform * batches)]++;
            }
        }
    }

    /// <summary>How often each batch is in a resample.</summary>
    public ReadOnlySpan<int> Times(int resample) => times.AsSpan(resample * batches, batches);

    /// <summary>The 2.5 % and 97.5 % points of a statistic of the resamples; they may be infinite.</summary>
    /// <param name="values">Its values; they are put in order.</param>
    public static (double Low, double High) Interval(Span<double> values)
    {
        values.Sort();
        var below = (int)Math.Floor(Tail * values.Length);
        return (values[below], values[values.Length - 1 - below]);
    }
}
