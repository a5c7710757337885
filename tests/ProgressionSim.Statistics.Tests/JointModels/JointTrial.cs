using MathNet.Numerics.Distributions;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.JointModels;

/// <summary>A simulated trial of lines and deaths; defaults are those of van Eijk's simulation code for ALS (months, points).</summary>
internal sealed record JointTrial
{
    public int Patients { get; init; } = 200;

    public double SlopeEffect { get; init; } = 0.265;

    public double DirectEffect { get; init; } = -0.4;

    public double Association { get; init; } = -0.12;

    public double Shape { get; init; } = 1.44;

    public double LogHazard { get; init; } = -2.28;

    public double[] Visits { get; init; } = [0, 3, 6, 9, 12];

    public double[] Values { get; private set; } = [];

    public int[] Group { get; private set; } = [];

    public double[] Times { get; private set; } = [];

    public bool[] Events { get; private set; } = [];

    /// <summary>Draws the data; a share of the visits is missed at random.</summary>
    public JointTrial Draw(ulong seed, ulong number, double missed = 0)
    {
        var random = new SplitMix64(seed, number);
        double Gauss() => Normal.InvCDF(0, 1, random.NextUniform());
        Values = new double[Patients * Visits.Length];
        Group = [.. Enumerable.Range(0, Patients).Select(i => i % 2)];
        Times = new double[Patients];
        Events = new bool[Patients];
        double sd0 = Math.Sqrt(26.10), lean = 1.22 / sd0, sd1 = Math.Sqrt(1.28 - (lean * lean)), end = Visits[^1];
        for (var i = 0; i < Patients; i++)
        {
            double u = Gauss(), b0 = 38 + (sd0 * u), slope = -1.06 + (lean * u) + (sd1 * Gauss()) + (SlopeEffect * Group[i]);
            Times[i] = Death(LogHazard + (DirectEffect * Group[i]) + (Association * b0), Association * slope, random.NextExponential(), end);
            Events[i] = Times[i] < end;
            for (var j = 0; j < Visits.Length; j++)
            {
                var value = b0 + (slope * Visits[j]) + (Math.Sqrt(3.08) * Gauss());
                var seen = Visits[j] <= Times[i] && !(random.NextUniform() < missed);
                Values[(i * Visits.Length) + j] = seen ? value : double.NaN;
            }
        }

        return this;
    }

    // The time at which the integral of shape t^(shape - 1) exp(level + change t) reaches a target, by small trapezoids in t^shape.
    private double Death(double level, double change, double target, double end)
    {
        const int Steps = 400;
        double width = Math.Pow(end, Shape) / Steps, sum = 0, rate = Math.Exp(level);
        for (var k = 0; k < Steps; k++)
        {
            var next = Math.Exp(level + (change * Math.Pow((k + 1) * width, 1 / Shape)));
            var area = width * (rate + next) / 2;
            if (sum + area >= target)
            {
                return Math.Min(end * (1 - 1e-12), Math.Pow((k + ((target - sum) / area)) * width, 1 / Shape));
            }

            sum += area;
            rate = next;
        }

        return end;
    }
}
