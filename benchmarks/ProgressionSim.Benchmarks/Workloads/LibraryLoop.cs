using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>W1 as it would be written in C# with a general-purpose library: MathNet's binomial, one patient after another.</summary>
internal sealed class LibraryLoop : IPatientRun
{
    private const int Regions = 4;
    private const int Neurons = 1000;
    private const int Steps = 261;
    private const double StepMonths = 7 / 30.4375;

    private static readonly double Stress = Probability(0.08);
    private static readonly double Death = Probability(0.06);
    private static readonly double Recovery = Probability(0.02);

    private readonly Xoshiro256StarStar random = new(1, threadSafe: false);

    /// <summary>Gets the number of neurons lost in all patients so far.</summary>
    public long Lost { get; private set; }

    public void Simulate(long first, int count)
    {
        Span<int> healthy = stackalloc int[Regions];
        Span<int> stressed = stackalloc int[Regions];
        for (var patient = 0; patient < count; patient++)
        {
            healthy.Fill(Neurons);
            stressed.Clear();
            for (var step = 0; step < Steps; step++)
            {
                for (var region = 0; region < Regions; region++)
                {
                    var falling = Binomial.Sample(random, Stress, healthy[region]);
                    var dying = Binomial.Sample(random, Death, stressed[region]);
                    var recovering = Binomial.Sample(random, Recovery, stressed[region] - dying);
                    healthy[region] += recovering - falling;
                    stressed[region] += falling - dying - recovering;
                    Lost += dying;
                }
            }
        }
    }

    public void Dispose()
    {
        // Nothing to give back; the interface is for runs that hold native memory.
    }

    private static double Probability(double ratePerMonth) => 1 - Math.Exp(-ratePerMonth * StepMonths);
}
