using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

public sealed class RecordingTests
{
    [Fact]
    [Trait("Evidence", "Exact")]
    public void Grid_places_months_between_steps()
    {
        // Month 12 is 52.178571 steps of a week, month -1 is -4.348214.
        var grid = new ObservationGrid(2, 12, 7 / 30.4375);
        Assert.Equal(Enumerable.Range(-2, 15), grid.Months);
        Assert.Equal((52, -5, 0), (grid.Steps[14], grid.Steps[1], grid.Steps[2]));
        Assert.Equal(0.178571f, grid.Fractions[14], 1e-5f);
        Assert.Equal(0.651786f, grid.Fractions[1], 1e-5f);
        Assert.Equal(53, grid.LastStep);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Step_histogram_counts_clamps_merges_and_finds_quantiles()
    {
        var histogram = new StepHistogram(-3, 4);
        foreach (var step in (int[])[-9, -3, 0, 0, 1, 4, 7])
        {
            histogram.Add(step);
        }

        Assert.Equal([2, 0, 0, 2, 1, 0, 0, 2], histogram.Counts.ToArray());
        Assert.Equal(7, histogram.Total);
        Assert.Equal(0, histogram.Quantile(0.5));
        Assert.Equal(-3, histogram.Quantile(0.2));
        Assert.Equal(4, histogram.Quantile(1));
        Assert.Equal(4, histogram.Quantile(0.5, 14));
        Assert.Null(histogram.Quantile(0.6, 14));
        Assert.Null(new StepHistogram(0, 2).Quantile(0.5));
        histogram.Merge(histogram);
        Assert.Equal(14, histogram.Total);
        Assert.Throws<ArgumentException>(() => histogram.Merge(new StepHistogram(-3, 5)));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Every_recorded_value_lies_between_the_edges_of_its_bin()
    {
        foreach (var measure in new MeasureCatalogue(TestPlans.Disease()).Observed)
        {
            var bins = measure.Bins;
            Assert.Equal(0, bins.BinOf(-5));
            Assert.Equal(bins.Count - 1, bins.BinOf(1e30f));
            var last = -1;
            for (var bin = 0; bin < bins.Count; bin++)
            {
                // Only the bins of the exact bounds have no width.
                var exact = bin == 0 || bin == bins.Count - 1;
                Assert.True(bins.LowerEdge(bin) < bins.LowerEdge(bin + 1) || (exact && bins.LowerEdge(bin) == bins.LowerEdge(bin + 1)), measure.Name);
                var inside = (float)((bins.LowerEdge(bin) + bins.LowerEdge(bin + 1)) / 2);
                Assert.Equal(bin, bins.BinOf(inside));
            }

            // All fixed-point values of the first 30,000, or of the range spread out.
            var top = (long)(Math.Min(bins.LowerEdge(bins.Count), 1e6) * measure.Scale);
            for (long value = 0; value < top; value += Math.Max(1, top / 30_000))
            {
                var real = value * (1f / measure.Scale);
                var bin = bins.BinOf(real);
                var slack = 1e-6 * (bins.LowerEdge(bins.Count) - bins.LowerEdge(0));
                Assert.True(bin >= last && real >= bins.LowerEdge(bin) - slack && real < bins.LowerEdge(bin + 1) + slack, $"{measure.Name} {real} in bin {bin}");
                last = bin;
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Bounded_bins_hold_their_bounds_exactly()
    {
        var bins = HistogramBins.Bounded(0, 1000, 250);
        Assert.Equal([0, 1, 1, 2, 250, 250, 251], ((float[])[0, 1 / 256f, 3.99f, 4, 996, 999.99f, 1000]).Select(bins.BinOf));
        Assert.Equal([0, 0, 4, 996, 1000, 1000], ((int[])[0, 1, 2, 250, 251, 252]).Select(bins.LowerEdge));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Logarithmic_bins_are_about_two_percent_wide()
    {
        var bins = HistogramBins.Logarithmic(8, 1 << 20);
        Assert.Equal(0, bins.LowerEdge(0));
        Assert.Equal(8, bins.LowerEdge(1));
        Assert.Equal(8.25, bins.LowerEdge(2));
        Assert.Equal(16, bins.LowerEdge(33));
        Assert.Equal((17 * 32) + 2, bins.Count);
        Assert.Equal(33, bins.BinOf(16));
        Assert.Equal(32, bins.BinOf(15.999f));
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Recorder_adds_up_what_a_plain_loop_adds_up()
    {
        var plan = TestPlans.Coupled(1, 0) with { Arms = [new("a", []), new("b", []), new("c", [])], HorizonMonths = 3, MonthsBeforeOrigin = 1 };
        var shape = Simulation.ShapeOf(plan);
        var recorder = new Recorder(shape);
        var random = new SplitMix64(0xE1_01);
        var months = shape.Grid.Months.Length;
        var all = new List<(int[] Values, int[] Alive)>();
        for (var patient = 0; patient < 40; patient++)
        {
            var seen = new PatientObservations(shape);
            for (var i = 0; i < seen.Values.Length; i++)
            {
                seen.Values[i] = random.NextBelow(3_000);
            }

            for (var arm = 0; arm < 3; arm++)
            {
                seen.MonthsAlive[arm] = random.NextBelow(months + 1);
            }

            seen.Milestones[PatientObservations.CourseMilestones + (int)CourseMilestone.Death] = patient - 3;
            recorder.Add(patient, seen);
            all.Add(([.. seen.Values], [.. seen.MonthsAlive]));
        }

        var record = recorder.Record;
        int Value(int patient, int arm, int month, int measure) => all[patient].Values[(((arm * months) + month) * MeasureCatalogue.Count) + measure];
        bool Alive(int patient, int arm, int month) => month < all[patient].Alive[arm];
        for (var month = 0; month < months; month++)
        {
            for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
            {
                var living = Enumerable.Range(0, 40).Where(patient => Alive(patient, 1, month)).Select(patient => (Int128)Value(patient, 1, month, measure)).ToArray();
                var cell = (month * MeasureCatalogue.Count) + measure;
                Assert.Equal(living.Aggregate(Int128.Zero, (sum, value) => sum + value), record.Arms[1].Sums[cell]);
                Assert.Equal(living.Aggregate(Int128.Zero, (sum, value) => sum + (value * value)), record.Arms[1].SumsOfSquares[cell]);
                Assert.Equal(living.Length, record.Arms[1].Alive[month]);
                Assert.Equal(Alive(7, 2, month) ? Value(7, 2, month, measure) / (float)shape.Catalogue.Observed[measure].Scale : float.NaN, record.Example(7, 2, month, measure));
            }

            foreach (var pair in record.Pairs)
            {
                foreach (var (index, contrast) in shape.Catalogue.Contrasts.Index())
                {
                    var differences = Enumerable.Range(0, 40)
                        .Select(patient => Difference(contrast, (Alive(patient, pair.Arm, month), patient, pair.Arm), (Alive(patient, pair.Against, month), patient, pair.Against), month))
                        .OfType<int>().ToArray();
                    var cell = (month * shape.Catalogue.Contrasts.Count) + index;
                    Assert.Equal(differences.Length, pair.Counts[cell]);
                    Assert.Equal(differences.Sum(), pair.Sums[cell]);
                    Assert.Equal(differences.Sum(value => (long)value * value), pair.SumsOfSquares[cell]);
                }
            }
        }

        int? Difference(ContrastMeasure contrast, (bool Alive, int Patient, int Arm) one, (bool Alive, int Patient, int Arm) other, int month) => contrast.Kind switch
        {
            ContrastKind.Alive => (one.Alive ? 1 : 0) - (other.Alive ? 1 : 0),
            ContrastKind.BothAlive when !(one.Alive && other.Alive) => null,
            _ => (one.Alive ? Value(one.Patient, one.Arm, month, contrast.Source) : 0) - (other.Alive ? Value(other.Patient, other.Arm, month, contrast.Source) : 0),
        };

        Assert.Equal([(1, 0), (2, 0), (2, 1)], record.Pairs.Select(pair => (pair.Arm, pair.Against)));
        Assert.Equal(40, record.Arms[1].Milestones[(int)CourseMilestone.Death].Total);
        Assert.Equal(4, record.Arms[1].DeathsBeforeOrigin);
        Assert.Equal((40, 40), (record.Arms[0].NeverTreated, record.Arms[0].NeverSymptomatic));
    }
}
