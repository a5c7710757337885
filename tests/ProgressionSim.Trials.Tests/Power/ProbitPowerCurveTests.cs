using MathNet.Numerics.Distributions;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class ProbitPowerCurveTests
{
    private const double A = -1.96;
    private const double B = 0.28;
    private const double Z = 1.959963984540054;

    private static readonly int[] Sizes = [80, 100, 125];

    [Fact]
    public void Large_counts_give_back_the_curve_they_were_made_from()
    {
        // Counts are rounded to whole trials: some 1e-6 in each power.
        var curve = ProbitPowerCurve.Fit([.. Sizes.Select(size => Batch(size, 400_000))], 0)!;
        Assert.Equal(A, curve.A, 1e-4);
        Assert.Equal(B, curve.B, 1e-5);
        Assert.Equal(Power(90), curve.At(90).Power, 1e-5);
        var size80 = Math.Pow((Normal.InvCDF(0, 1, 0.8) - A) / B, 2);
        Assert.Equal(size80, curve.PatientsFor(0.8).Value, 0.01);
    }

    [Fact]
    public void Intervals_come_from_the_information_of_single_trials()
    {
        const int Trials = 1000;
        var curve = ProbitPowerCurve.Fit([.. Sizes.Select(size => Batch(size, Trials))], 0)!;
        double i00 = 0, i01 = 0, i11 = 0;
        foreach (var size in Sizes)
        {
            var x = Math.Sqrt(size);
            var eta = curve.A + (curve.B * x);
            var (p, density) = (Normal.CDF(0, 1, eta), Normal.PDF(0, 1, eta));
            var each = Trials * density * density / (p * (1 - p));
            (i00, i01, i11) = (i00 + each, i01 + (each * x), i11 + (each * x * x));
        }

        var determinant = (i00 * i11) - (i01 * i01);
        double ErrorAt(double x) => Math.Sqrt((i11 - (2 * x * i01) + (x * x * i00)) / determinant);
        foreach (var size in (int[])[60, 100, 150])
        {
            var point = curve.At(size);
            var eta = curve.A + (curve.B * Math.Sqrt(size));
            Assert.Equal(Normal.CDF(0, 1, eta - (Z * ErrorAt(Math.Sqrt(size)))), point.Low, 1e-7);
            Assert.Equal(Normal.CDF(0, 1, eta + (Z * ErrorAt(Math.Sqrt(size)))), point.High, 1e-7);
        }

        var found = curve.PatientsFor(0.8);
        var root = (Normal.InvCDF(0, 1, 0.8) - curve.A) / curve.B;
        Assert.Equal(root * root, found.Value, 1e-6);
        Assert.Equal(2 * root * ErrorAt(root) / curve.B, found.StandardError, 1e-6);
        Assert.Equal(Math.Pow(root + (Z * ErrorAt(root) / curve.B), 2), found.High, 1e-5);
        Assert.Equal(Math.Pow(root - (Z * ErrorAt(root) / curve.B), 2), found.Low, 1e-5);

        // The rule of thumb of the design: about 1.02 / sqrt(trials) at 80 %, with batches that close.
        Assert.InRange(found.StandardError / found.Value * Math.Sqrt(3 * Trials), 0.9, 1.2);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    public void The_number_for_a_power_has_that_power(double power)
    {
        var curve = ProbitPowerCurve.Fit([.. Sizes.Select(size => Batch(size, 2000))], 0)!;
        var patients = curve.PatientsFor(power).Value;
        Assert.True(curve.At((int)Math.Floor(patients)).Power <= power && curve.At((int)Math.Ceiling(patients)).Power >= power);
    }

    [Fact]
    public void Trials_that_share_patients_say_less()
    {
        // In slices of a bank successes come together: the interval widens to what whole slices say. Scattered evenly over the slices it does not.
        const int Trials = 1000, Slices = 10;
        PowerBatch Clustered(int size)
        {
            var successes = (int)Math.Round(Trials * Power(size));
            return new PowerBatch(size, [.. Enumerable.Range(0, Trials).Select(i => (i % Slices * (Trials / Slices)) + (i / Slices) < successes)]);
        }

        var alone = ProbitPowerCurve.Fit([.. Sizes.Select(Clustered)], 0)!;
        var together = ProbitPowerCurve.Fit([.. Sizes.Select(Clustered)], Slices)!;
        Assert.Equal(alone.B, together.B, 1e-12);
        Assert.True(together.PatientsFor(0.8).StandardError > 4 * alone.PatientsFor(0.8).StandardError);
        var scattered = ProbitPowerCurve.Fit([.. Sizes.Select(size => Batch(size, Trials))], Slices)!;
        Assert.Equal(alone.PatientsFor(0.8).StandardError, scattered.PatientsFor(0.8).StandardError, 1e-6);
    }

    [Fact]
    public void What_determines_no_rising_curve_gives_none()
    {
        Assert.Null(ProbitPowerCurve.Fit([], 0));
        Assert.Null(ProbitPowerCurve.Fit([Batch(100, 500)], 0));
        Assert.Null(ProbitPowerCurve.Fit([Batch(100, 500), Batch(100, 700)], 0));
        Assert.Null(ProbitPowerCurve.Fit([Of(80, 400, 200), Of(120, 400, 150)], 0));
        Assert.Null(ProbitPowerCurve.Fit([Of(80, 400, 400), Of(120, 400, 400)], 0));
        Assert.Null(ProbitPowerCurve.Fit([Of(80, 400, 0), Of(120, 400, 0)], 0));
    }

    private static double Power(double size) => Normal.CDF(0, 1, A + (B * Math.Sqrt(size)));

    private static PowerBatch Batch(int size, int trials) => Of(size, trials, (int)Math.Round(trials * Power(size)));

    /// <summary>Successes spread evenly over the trials and over tenths of them by their number modulo 10; 389 is prime to all numbers of trials here.</summary>
    private static PowerBatch Of(int size, int trials, int successes) =>
        new(size, [.. Enumerable.Range(0, trials).Select(i => (389L * i) % trials < successes)]);
}
