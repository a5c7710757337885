using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Slopes of a mixed model in data with known ones.</summary>
public sealed class SlopeEstimateTests
{
    private const int Visits = 5;
    private const double MeanSlope = -1.02, SdOfSlopes = 0.6, Noise = 4;

    // Months 0, 3, 6, 9 and 12: squares of their distances from 6 add up to 90.
    private const double SumOfSquares = 90;

    private static readonly SlopeEstimator Mean = new() { Arm = 0, Measure = MeasureCatalogue.AlsfrsTotal, ToMonth = 12 };
    private static readonly SlopeEstimator Sd = Mean with { Statistic = CohortStatistic.Sd };

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void The_mean_and_the_spread_of_slopes_are_found()
    {
        // A patient's own least-squares slope has the variance of slopes plus noise / 90; 3,000 patients know its mean to 0.013 and its variance to 2.6 %.
        const int Patients = 3000;
        var data = Data(Patients, 1001);
        var variance = (SdOfSlopes * SdOfSlopes) + (Noise * Noise / SumOfSquares);
        var errorOfMean = Math.Sqrt(variance / Patients);
        var errorOfSd = variance * Math.Sqrt(2.0 / Patients) / (2 * SdOfSlopes);
        StatAssert.Mean("mean slope", Value(Mean, data), MeanSlope, errorOfMean);
        StatAssert.Mean("SD of slopes", Value(Sd, data), SdOfSlopes, errorOfSd);

        // The spread of least-squares slopes holds noise too, and is no SD of slopes.
        var own = SampleMoments.Of(LeastSquares(data));
        StatAssert.Rejects("noise taken for slopes", () => StatAssert.Mean("SD of slopes", Math.Sqrt(own.Variance), SdOfSlopes, errorOfSd));
        StatAssert.Rejects("a slope 10 % off", () => StatAssert.Mean("mean slope", Value(Mean, data), MeanSlope * 1.1, errorOfMean));
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Without_missing_visits_the_mean_is_that_of_least_squares_lines_whoever_is_in_which_half()
    {
        var data = Data(200, 1002);
        var mean = LeastSquares(data).Average();
        Assert.Equal(mean, Value(Mean, data), 1e-9);

        // All fast patients in one half, then the other way round.
        var sorted = data.OrderBy(patient => patient[^1] - patient[0]).ToArray();
        double[][] apart = [.. sorted[..100].Zip(sorted[100..], (a, b) => (double[][])[a, b]).SelectMany(pair => pair)];
        Assert.Equal(mean, Value(Mean, apart), 1e-9);
        Assert.Equal(mean, Value(Mean, [.. apart.Reverse()]), 1e-9);

        // An odd patient makes the halves weigh a little differently.
        Assert.Equal(LeastSquares(data[..199]).Average(), Value(Mean, data[..199]), 0.01);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Patients_who_drop_out_when_they_are_low_do_not_bend_the_mean()
    {
        // Missing at random given what was seen: whoever scored below 30 is not seen again. Lines of those seen to the end are too flat.
        const int Patients = 3000;
        var data = Data(Patients, 1003);
        foreach (var patient in data)
        {
            var low = Array.FindIndex(patient, value => value < 30);
            patient.AsSpan(low < 0 ? Visits : low + 1).Fill(double.NaN);
        }

        // Half the patients give less than a whole line: twice the standard error of all lines is more than that of the model.
        var error = 2 * Math.Sqrt(((SdOfSlopes * SdOfSlopes) + (Noise * Noise / SumOfSquares)) / Patients);
        StatAssert.Mean("mean slope", Value(Mean, data), MeanSlope, error);
        var complete = LeastSquares([.. data.Where(patient => !double.IsNaN(patient[^1]))]).Average();
        StatAssert.Rejects("complete cases", () => StatAssert.Mean("mean slope", complete, MeanSlope, error));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Patients_not_seen_at_the_first_visit_are_left_out()
    {
        var data = Data(50, 1004);
        double[][] more = [.. data.Take(25), Enumerable.Repeat(double.NaN, Visits).ToArray(), .. data.Skip(25), [double.NaN, 1, 2, 3, 4]];
        Assert.Equal(Value(Mean, data), Value(Mean, more));
        Assert.Equal(Value(Sd, data), Value(Sd, more));
        Assert.Equal(double.NaN, Value(Mean, data[..1]));
        Assert.Equal(double.NaN, Value(Sd, []));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Visits_are_read_from_the_moment_on_until_death()
    {
        var estimator = new SlopeEstimator
        {
            Arm = 0,
            Measure = MeasureCatalogue.Svc,
            From = CourseMoment.Diagnosis,
            FromMonth = -1,
            ToMonth = 8,
            Among = new CohortFilter { MonthsFromOnsetAtMost = 5 },
        };
        HandCourses Courses(double diagnosis, float death = HandCourses.Never) => new HandCourses(estimator)
            .Quantity(PatientQuantity.DiagnosticDelayMonths, diagnosis)
            .Dates(death: death)
            .Measure(MeasureCatalogue.Svc, month => 100 - month);
        Assert.Equal([97, 94, 91, 88], Courses(4).Read());
        Assert.Equal([96, 93, 90, double.NaN], Courses(5).Read());
        Assert.Equal([97, 94, double.NaN, double.NaN], Courses(4, death: 7).Read());
        Assert.All(Courses(5.5).Read(), number => Assert.Equal(double.NaN, number));
        Assert.All(Courses(4, death: 3).Read(), number => Assert.Equal(double.NaN, number));
    }

    private static double Value(SlopeEstimator estimator, double[][] data) =>
        CohortEstimate.Of(estimator).Value(new PatientNumbers(data.SelectMany(patient => patient).ToArray(), Visits, 0));

    /// <summary>A patient's level and slope are correlated; each visit has noise of its own.</summary>
    private static double[][] Data(int patients, uint seed)
    {
        var random = new SplitMix64(seed);
        var data = new double[patients][];
        for (var patient = 0; patient < patients; patient++)
        {
            var (level, other) = (random.Normal(), random.Normal());
            var slope = MeanSlope + (SdOfSlopes * ((0.3 * level) + (Math.Sqrt(1 - 0.09) * other)));
            data[patient] = [.. Enumerable.Range(0, Visits).Select(visit => 40 + (5 * level) + (slope * visit * 3) + (Noise * random.Normal()))];
        }

        return data;
    }

    private static double[] LeastSquares(double[][] data) =>
        [.. data.Select(patient => patient.Index().Sum(visit => ((visit.Index * 3) - 6) * visit.Item) / SumOfSquares)];
}
