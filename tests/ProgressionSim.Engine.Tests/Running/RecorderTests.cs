using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>The recorder against plain loops over the same numbers.</summary>
public sealed unsafe class RecorderTests
{
    private const int Arms = 3;

    /// <summary>Not a multiple of a batch; the record is also read in between, which must change nothing.</summary>
    // More than three batches, and a multiple of every width.
    private const int Patients = 208;

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Recorder_adds_up_what_a_plain_loop_adds_up(int lanes)
    {
        var shape = Simulation.ShapeOf(Plan());
        var recorder = new Recorder(shape);
        var random = new SplitMix64(0xE1_01, (ulong)lanes);
        var (months, patients) = (shape.Grid.Months.Length, Patients);
        var values = new float[patients, Arms, months, MeasureCatalogue.Count];
        var alive = new int[patients, Arms];
        var milestones = new int?[Enum.GetValues<CourseMilestone>().Length];
        var cells = new float[MeasureCatalogue.Count * lanes];
        for (var block = 0; block < Patients / lanes; block++)
        {
            recorder.Begin([.. Enumerable.Range(block * lanes, lanes).Select(patient => (uint)patient)]);
            for (var arm = 0; arm < Arms; arm++)
            {
                foreach (var patient in Enumerable.Range(block * lanes, lanes))
                {
                    alive[patient, arm] = random.NextBelow(months + 1);
                    milestones[(int)CourseMilestone.Death] = patient - 3;
                    recorder.AddCourse(arm, milestones, startedAtBiologicalOnset: false);
                }

                for (var month = 0; month < months; month++)
                {
                    uint living = 0;
                    for (var lane = 0; lane < lanes; lane++)
                    {
                        living |= month < alive[(block * lanes) + lane, arm] ? 1u << lane : 0;
                        for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
                        {
                            var value = Value(random);
                            values[(block * lanes) + lane, arm, month, measure] = value;
                            cells[(measure * lanes) + lane] = value;
                        }
                    }

                    fixed (float* start = cells)
                    {
                        recorder.AddMonth(arm, month, start, living);
                    }
                }
            }

            recorder.End(lanes, 0);

            // Reading the record empties a batch before it is full; the others fill up by themselves.
            if (block == 70 / lanes)
            {
                Assert.Equal((block + 1) * lanes, recorder.Record.Patients);
            }
        }

        var record = recorder.Record;
        bool Alive(int patient, int arm, int month) => month < alive[patient, arm];
        Int128 Value128(int patient, int arm, int month, int measure) => (Int128)values[patient, arm, month, measure];
        for (var month = 0; month < months; month++)
        {
            for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
            {
                var observed = shape.Catalogue.Observed[measure];
                var living = Enumerable.Range(0, patients).Where(patient => Alive(patient, 1, month)).Select(patient => Value128(patient, 1, month, measure)).ToArray();
                var cell = (month * MeasureCatalogue.Count) + measure;
                Assert.Equal(living.Aggregate(Int128.Zero, (sum, value) => sum + value), record.Arms[1].Sums[cell]);
                Assert.Equal(living.Aggregate(Int128.Zero, (sum, value) => sum + (value * value)), record.Arms[1].SumsOfSquares[cell]);
                Assert.Equal(living.Length, record.Arms[1].Alive[month]);
                var histogram = new int[observed.Bins.Count];
                foreach (var value in living)
                {
                    histogram[observed.Bins.BinOf((float)value * (1f / observed.Scale))]++;
                }

                Assert.Equal(histogram, record.Arms[1].Histogram(month, measure).ToArray());
                Assert.Equal(Alive(7, 2, month) ? values[7, 2, month, measure] / observed.Scale : float.NaN, record.Example(7, 2, month, measure));
            }

            foreach (var pair in record.Pairs)
            {
                foreach (var (index, contrast) in shape.Catalogue.Contrasts.Index())
                {
                    Int128 Counted(int patient, int arm) => !Alive(patient, arm, month) ? 0 : contrast.Kind == ContrastKind.Alive ? 1 : Value128(patient, arm, month, contrast.Source);
                    var differences = Enumerable.Range(0, patients)
                        .Where(patient => contrast.Kind != ContrastKind.BothAlive || (Alive(patient, pair.Arm, month) && Alive(patient, pair.Against, month)))
                        .Select(patient => Counted(patient, pair.Arm) - Counted(patient, pair.Against)).ToArray();
                    var cell = (month * shape.Catalogue.Contrasts.Count) + index;
                    Assert.Equal(differences.Length, pair.Counts[cell]);
                    Assert.Equal(differences.Aggregate(Int128.Zero, (sum, value) => sum + value), pair.Sums[cell]);
                    Assert.Equal(differences.Aggregate(Int128.Zero, (sum, value) => sum + (value * value)), pair.SumsOfSquares[cell]);
                }
            }
        }

        Assert.Equal([(1, 0), (2, 0), (2, 1)], record.Pairs.Select(pair => (pair.Arm, pair.Against)));
        Assert.Equal(patients, record.Arms[1].Milestones[(int)CourseMilestone.Death].Total);
        Assert.Equal(4, record.Arms[1].DeathsBeforeOrigin);
        Assert.Equal((patients, patients), (record.Arms[0].NeverTreated, record.Arms[0].NeverSymptomatic));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Sums_of_the_largest_numbers_and_counts_of_one_bin_do_not_overflow()
    {
        // Twins as far apart as can be, and more patients than 16 bits count.
        const int Lanes = 16;
        const int Many = 70_000 / Lanes;
        var shape = Simulation.ShapeOf(Plan() with { RecordedMeasures = [MeasureCatalogue.Neurofilament] });
        var recorder = new Recorder(shape);
        var cells = new float[MeasureCatalogue.Count * Lanes];
        for (var block = 0; block < Many; block++)
        {
            recorder.Begin([.. Enumerable.Range(block * Lanes, Lanes).Select(patient => (uint)patient)]);
            for (var arm = 0; arm < 2; arm++)
            {
                Array.Fill(cells, arm == 0 ? -Recorder.LargestCell : Recorder.LargestCell);
                fixed (float* start = cells)
                {
                    recorder.AddMonth(arm, 0, start, 0xffff);
                }
            }

            recorder.End(Lanes, 0);
        }

        var (patients, largest, record) = (Many * Lanes, (Int128)Recorder.LargestCell, recorder.Record);
        Assert.Equal(patients * largest * largest, record.Arms[0].SumsOfSquares[MeasureCatalogue.Neurofilament]);
        Assert.Equal((-patients * largest, patients * largest), (record.Arms[0].Sums[MeasureCatalogue.Neurofilament], record.Arms[1].Sums[MeasureCatalogue.Neurofilament]));
        Assert.Equal((patients, patients), (record.Arms[0].Histogram(0, MeasureCatalogue.Neurofilament)[0], record.Arms[1].Histogram(0, MeasureCatalogue.Neurofilament)[^1]));
        var contrast = shape.Catalogue.Contrasts.Index().Single(contrast => contrast.Item.Source == MeasureCatalogue.Neurofilament).Index;
        Assert.Equal((patients * 2 * largest, patients * 4 * largest * largest), (record.Pairs[0].Sums[contrast], record.Pairs[0].SumsOfSquares[contrast]));
    }

    private static RunPlan Plan() => TestPlans.Coupled(1, 0) with { Arms = [new("a", []), new("b", []), new("c", [])], HorizonMonths = 3, MonthsBeforeOrigin = 1 };

    /// <summary>A whole number: mostly of a usual size, sometimes 0 or as large as can be.</summary>
    private static float Value(SplitMix64 random) => random.NextBelow(20) switch
    {
        0 => Recorder.LargestCell,
        1 => -Recorder.LargestCell,
        2 => 0,
        < 6 => random.NextBelow(1 << 24),
        _ => random.NextBelow(3_000),
    };
}
