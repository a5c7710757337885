using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

/// <summary>
/// A second simulator of the same stepwise scheme: plain, slow, double precision, with generator and sampler of its own. Each channel carries a residual
/// hazard r ~ Exp(1): no event while r &gt; n h, else n--, h -= r / n and a new r. This gives the binomial step exactly, without any binomial.
/// </summary>
/// <param name="disease">The disease.</param>
/// <param name="patient">The patient.</param>
/// <param name="stepMonths">Length of a step, months.</param>
/// <param name="effect">Drugs over step k, averaged; null for none.</param>
public sealed class ResidualThresholdSimulator(DiseaseParameters disease, PlainPatient patient, double stepMonths, Func<int, PlainEffect>? effect = null)
{
    private readonly PlainRates rates = new(disease, patient);

    /// <summary>Simulates one patient.</summary>
    /// <param name="random">The patient's generator.</param>
    /// <param name="months">Months to look at, rising; between steps the values are interpolated linearly.</param>
    /// <returns>[month index][state * 4 + region], states healthy, stressed, lost.</returns>
    public double[][] Simulate(SplitMix64 random, IReadOnlyList<double> months)
    {
        var pools = rates.Pools;
        var (healthy, stressed) = (new double[pools], new double[pools]);
        var residual = new double[3 * pools];
        for (var pool = 0; pool < pools; pool++)
        {
            stressed[pool] = Math.Floor(rates.Focus(pool) + 0.5);
            healthy[pool] = Math.Floor(rates.Size(pool) + 0.5) - stressed[pool];
        }

        for (var i = 0; i < residual.Length; i++)
        {
            residual[i] = random.NextExponential();
        }

        var seen = new double[months.Count][];
        var protein = 1.0;
        var before = Counts(healthy, stressed);
        var step = 0;
        for (var i = 0; i < months.Count;)
        {
            protein = Step(random, step, protein, healthy, stressed, residual);
            var after = Counts(healthy, stressed);
            step++;
            for (; i < months.Count && months[i] / stepMonths <= step; i++)
            {
                var share = (months[i] / stepMonths) - (step - 1);
                seen[i] = [.. before.Zip(after, (a, b) => a + (share * (b - a)))];
            }

            before = after;
        }

        return seen;
    }

    private double Step(SplitMix64 random, int step, double protein, double[] healthy, double[] stressed, double[] residual)
    {
        var drugs = effect?.Invoke(step) ?? PlainEffect.None;
        var decay = Math.Log(2) / disease.ToxicProteinHalfLifeMonths * stepMonths;
        var target = 1 - drugs.Knockdown;
        var average = target + ((protein - target) * (1 - Math.Exp(-decay)) / decay);
        StressHalf(random, average, drugs, healthy, stressed, residual);
        for (var pool = 0; pool < healthy.Length; pool++)
        {
            // Competing risks to second order, as the scheme states them.
            var recovery = rates.Recovery(average) * stepMonths;
            var death = rates.Death(pool, average, drugs) * stepMonths;
            Draw(random, ref stressed[pool], death / (1 + (recovery / 2)), ref residual[healthy.Length + pool]);
            healthy[pool] += Draw(random, ref stressed[pool], recovery * (1 + (death / 2)), ref residual[(2 * healthy.Length) + pool]);
        }

        StressHalf(random, average, drugs, healthy, stressed, residual);
        return target + ((protein - target) * Math.Exp(-decay));
    }

    private void StressHalf(SplitMix64 random, double protein, PlainEffect drugs, double[] healthy, double[] stressed, double[] residual)
    {
        var half = stepMonths / 2;
        var halfway = new double[healthy.Length];
        for (var pool = 0; pool < healthy.Length; pool++)
        {
            var h = rates.Stress(pool, healthy, protein, drugs) * half;
            halfway[pool] = healthy[pool] * (1 - (h / 2) + (h * h / 8));
        }

        var hazards = Enumerable.Range(0, healthy.Length).Select(pool => rates.Stress(pool, halfway, protein, drugs) * half).ToArray();
        for (var pool = 0; pool < healthy.Length; pool++)
        {
            stressed[pool] += Draw(random, ref healthy[pool], hazards[pool], ref residual[pool]);
        }
    }

    private static int Draw(SplitMix64 random, ref double n, double h, ref double residual)
    {
        var events = 0;
        while (n > 0 && residual <= n * h)
        {
            h -= residual / n;
            n--;
            events++;
            residual = random.NextExponential();
        }

        residual -= n * h;
        return events;
    }

    private double[] Counts(double[] healthy, double[] stressed)
    {
        var counts = new double[12];
        for (var pool = 0; pool < healthy.Length; pool++)
        {
            counts[pool % 4] += healthy[pool];
            counts[4 + (pool % 4)] += stressed[pool];
        }

        for (var region = 0; region < 4; region++)
        {
            counts[8 + region] = disease.MotorNeuronsPerRegion[(Region)region] - counts[region] - counts[4 + region];
        }

        return counts;
    }
}
