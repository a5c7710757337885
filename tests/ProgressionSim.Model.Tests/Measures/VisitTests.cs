using System.Globalization;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Measures;

public sealed unsafe class VisitTests(ITestOutputHelper output)
{
    private static readonly double[] Thresholds = [0.28, 0.5, 0.72, 0.88];

    [Theory]
    [Trait("Evidence", "Statistical")]
    [InlineData(0.15)]
    [InlineData(0.5)]
    [InlineData(0.85)]
    public void Item_scores_have_the_logistic_probabilities(double function)
    {
        // 12 items x 20,000 visits, SE of a probability at most 0.001: sees 0.0063. The wrong model has discrimination 0.95 instead of 1.04.
        var one = Patient(function, 0);
        var counts = new int[5];
        const int Visits = 20_000;
        var random = new SplitMix64(0xC3_01, (ulong)(function * 100));
        for (var visit = 0; visit < Visits; visit++)
        {
            Visit(one, random);
            for (var item = 0; item < 12; item++)
            {
                counts[(int)one.Scores.Items[item].Value]++;
            }
        }

        double AtLeast(int score, double discrimination) => 1 / (1 + Math.Exp(-discrimination * (Logit(function) - Logit(Thresholds[score - 1]))));
        for (var score = 1; score <= 4; score++)
        {
            StatAssert.Proportion(counts[score..].Sum(), 12 * Visits, AtLeast(score, 1.04), $"score of at least {score} at function {function}");
        }

        var furthest = function < 0.5 ? 3 : 1;
        StatAssert.Rejects("another discrimination", () => StatAssert.Proportion(counts[furthest..].Sum(), 12 * Visits, AtLeast(furthest, 0.95)));
    }

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void Spread_of_the_total_over_patients_is_that_of_the_written_model(double function)
    {
        // Given the visit part, items are independent: mean and variance of an item in closed form, then integrated over the normal visit part.
        const double Sd = 0.25;
        double mean = 0, square = 0, weight = 0;
        for (var z = -8.0; z <= 8; z += 0.01)
        {
            var p = Thresholds.Select(c => 1 / (1 + Math.Exp(-((1.04 * (Logit(function) - Logit(c))) + (Sd * z))))).ToArray();
            var (m, v) = (p.Sum(), 0.0);
            v = (1 * (p[0] - p[1])) + (4 * (p[1] - p[2])) + (9 * (p[2] - p[3])) + (16 * p[3]) - (m * m);
            var w = Math.Exp(-z * z / 2);
            (mean, square, weight) = (mean + (w * 12 * m), square + (w * ((12 * v) + (144 * m * m))), weight + w);
        }

        var variance = (square / weight) - (mean / weight * (mean / weight));
        var one = Patient(function, Sd);
        var random = new SplitMix64(0xC3_02, (ulong)(function * 100));
        var totals = new double[40_000];
        for (var visit = 0; visit < totals.Length; visit++)
        {
            Visit(one, random);
            totals[visit] = one.Scores.AlsfrsTotal.Value;
        }

        // SE of the SD 0.4 %: sees 2.2 %.
        var moments = SampleMoments.Of(totals);
        StatAssert.Mean("total", moments.Mean, mean / weight, moments.StandardErrorOfMean);
        StatAssert.Variance("total", moments.Variance, variance, totals.Length, moments.FourthMoment);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"function {function}: mean total {mean / weight:F2}, SD of one visit {Math.Sqrt(variance):F2}, of a difference of two {Math.Sqrt(2 * variance):F2}"));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Two_visits_of_a_patient_differ_as_published()
    {
        // Residual SD of the ALSFRS-R total in cohorts: 1.55 to 1.76, standard error of measurement 1.5. A patient whose regions are hit unequally, as most are;
        // 2,000 patients with 10 visits each, so the SE of the SD is below 0.02. The wrong model draws the item part anew at each visit.
        double[] function = [0.35, 0.6, 0.97, 0.9];
        var (held, redrawn) = (WithinPatientSd(function, redrawItems: false), WithinPatientSd(function, redrawItems: true));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"within-patient SD {held:F2}, with items redrawn {redrawn:F2}"));
        Assert.InRange(held, 1.4, 2.0);
        Assert.True(redrawn > 3, "the wrong model must be far off");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Full_function_scores_48_none_0_and_domains_follow_their_regions()
    {
        var random = new SplitMix64(0xC3_03);
        for (var visit = 0; visit < 500; visit++)
        {
            foreach (var (function, total) in ((double, int)[])[(1, 48), (0, 0)])
            {
                var one = Patient(function, 2);
                Visit(one, random);
                Assert.Equal(total, one.Scores.AlsfrsTotal.Value);
            }

            var mixed = Patient(0, 0.5);
            mixed.After[mixed.Layout.Function + (int)Region.Respiratory] = new Lane1(1);
            Visit(mixed, random);
            Assert.Equal((12, 12), (mixed.Scores.AlsfrsTotal.Value, mixed.Scores.Domains[(int)Region.Respiratory].Value));
            Assert.Equal((4, 4, 4, 0), (mixed.Scores.Items[9].Value, mixed.Scores.Items[10].Value, mixed.Scores.Items[11].Value, mixed.Scores.Items[8].Value));
        }
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1.0)]
    [InlineData(0.6)]
    [InlineData(0.05)]
    public void Instruments_read_their_quantity_with_their_noise(double function)
    {
        var one = Patient(function, 0);
        one.Quiet();
        one.Before[0] = new Lane1(2000);
        OnePatient.SetAll(one.Scratch, 0.4);
        Measure(one);
        Assert.Equal(98 * Math.Pow(function, 2.8), one.Scores.SvcPercent.Value, 1e-4);
        Assert.Equal(2000, one.Scores.Neurofilament.Value, 1e-3);
        Assert.Equal(400, one.Scores.MotorUnitNumber[1].Value, 1e-3);

        // The 97.5 % point of the noise, z = 1.959964.
        (one.Noise.Svc, one.Noise.Assay, one.Noise.MotorUnitNumber[1]) = (Normal(0.975), Normal(0.975), Normal(0.975));
        Measure(one);
        Assert.Equal((98 * Math.Pow(function, 2.8)) + (5 * 1.959964), one.Scores.SvcPercent.Value, 1e-3);
        Assert.Equal(2000 * Math.Exp(1.959964 * Math.Sqrt(Math.Log(1 + (0.15 * 0.15)))), one.Scores.Neurofilament.Value, 0.05);
        Assert.Equal(400 * (1 + (0.09 * 1.959964)), one.Scores.MotorUnitNumber[1].Value, 1e-2);
        one.Noise.Svc = Normal(1e-6);
        one.Patient.BaselineSvc = new Lane1(1);
        Measure(one);
        Assert.Equal(0, one.Scores.SvcPercent.Value);
    }

    private static double WithinPatientSd(double[] function, bool redrawItems)
    {
        const int Visits = 10;
        var one = Patient(1, 0.25);
        for (var region = 0; region < function.Length; region++)
        {
            one.After[one.Layout.Function + region] = new Lane1((float)function[region]);
        }

        var random = new SplitMix64(0xC3_04);
        var variance = 0.0;
        const int Patients = 2_000;
        for (var patient = 0; patient < Patients; patient++)
        {
            double sum = 0, squares = 0;
            Visit(one, random);
            for (var visit = 0; visit < Visits; visit++)
            {
                if (redrawItems)
                {
                    Visit(one, random);
                }

                one.Noise.Visit = Normal(Math.Min(random.NextUniform(), 0.9999999));
                Measure(one);
                sum += one.Scores.AlsfrsTotal.Value;
                squares += one.Scores.AlsfrsTotal.Value * one.Scores.AlsfrsTotal.Value;
            }

            variance += (squares - (sum * sum / Visits)) / (Visits - 1) / Patients;
        }

        return Math.Sqrt(variance);
    }

    private static OnePatient Patient(double function, double visitSd)
    {
        var one = new OnePatient();
        OnePatient.SetAll(one.After + one.Layout.Function, function);
        one.Patient.VisitNoiseSd = new Lane1((float)visitSd);
        return one;
    }

    private static void Visit(OnePatient one, SplitMix64 random)
    {
        one.Quiet();
        for (var item = 0; item < VisitNoise<Lane1>.ItemLength; item++)
        {
            one.Noise.Items[item] = new Lane1((float)Math.Min(random.NextUniform(), 0.9999999));
        }

        VisitNoise<Lane1>.ToOdds(one.Noise.Items);
        one.Noise.Visit = Normal(Math.Min(random.NextUniform(), 0.9999999));
        Measure(one);
    }

    private static Lane1 Normal(double uniform)
    {
        var lane = new Lane1((float)uniform);
        VisitNoise<Lane1>.ToNormals(&lane, 1);
        return lane;
    }

    private static void Measure(OnePatient one)
    {
        var function = one.After + one.Layout.Function;
        ClinicalVisit<Lane1>.Alsfrs(one.Measures, one.Patient, one.Noise, function, one.Scores);
        ClinicalVisit<Lane1>.Stages(one.Measures, one.Scores);
        ClinicalVisit<Lane1>.VitalCapacity(one.Measures, one.Patient, one.Noise, function, one.Scores);
        ClinicalVisit<Lane1>.NeurofilamentAssay(one.Measures, one.Noise, one.Before, one.Scores);
        ClinicalVisit<Lane1>.MotorUnitNumbers(one.Disease, one.Measures, one.Noise, one.Scratch, one.Scores);
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
