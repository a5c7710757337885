using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Tests.Conduct;

namespace ProgressionSim.Trials.Tests.Analyses;

public sealed class EndpointAnalyserTests
{
    private static readonly TrialMeasure LeadInSlope = new("leadInSlope", "points", MeasureSource.Baseline, (int)BaselineQuantity.LeadInSlope, false);

    // A measure that rises and whose rise is bad, like neurofilament; the generator's score stands in for it.
    private static readonly TrialMeasure Rising = new("rising", "pg/ml", MeasureSource.Visit, MeasureCatalogue.AlsfrsTotal, false);

    /// <summary>All analyses there are.</summary>
    public static TheoryData<AnalysisMethod> Methods => AnalysisCutTests.Methods;

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_analysis_is_that_of_data_laid_out_by_hand_and_a_benefit_has_a_positive_z(AnalysisMethod method)
    {
        var endpoint = TestDesigns.Endpoint(method, 5);
        Compare(Trial(1201, endpoint, -1, 0.6), endpoint, method, higherIsBetter: true);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_measure_of_which_less_is_better_is_turned(AnalysisMethod method)
    {
        var endpoint = TestDesigns.Endpoint(method, 5);
        if (endpoint.Measure is not null)
        {
            endpoint = endpoint with { Measure = Rising, Logarithm = true };
            Compare(Trial(1202, endpoint, 2, -1.1), endpoint, method, higherIsBetter: false);
        }
    }

    [Theory]
    [InlineData(AnalysisMethod.Mmrm)]
    [InlineData(AnalysisMethod.Ancova)]
    [InlineData(AnalysisMethod.Cox)]
    public void Covariates_are_adjusted_for(AnalysisMethod method)
    {
        var endpoint = TestDesigns.Endpoint(method, 5) with { Covariates = [LeadInSlope] };
        var design = Trial(1203, endpoint, -1, 0.6);
        Compare(design, endpoint, method, higherIsBetter: true);
        var data = TrialRuns.Run(design);
        var plain = new EndpointAnalyser(design, endpoint with { Covariates = [] }, data).Analyse(data, data.Patients, 1, double.PositiveInfinity);
        Assert.NotEqual(plain.Effect, new EndpointAnalyser(design, endpoint, data).Analyse(data, data.Patients, 1, double.PositiveInfinity).Effect);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_analysis_does_not_depend_on_those_before_it(AnalysisMethod method)
    {
        var endpoint = TestDesigns.Endpoint(method, 5);
        var design = Trial(1204, endpoint, -1, 0.6);
        var data = TrialRuns.Run(design);
        var used = new EndpointAnalyser(design, endpoint, data);
        used.Analyse(data, data.Patients, 1, double.PositiveInfinity);
        used.Analyse(data, 40, 1, 12);
        var expected = new EndpointAnalyser(design, endpoint, data).Analyse(data, 150, 1, 20);
        Assert.Equal(expected, used.Analyse(data, 150, 1, 20));
        Assert.Equal(FitStatus.Estimated, expected.Status);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Data_that_hold_no_answer_give_none_and_no_error(AnalysisMethod method)
    {
        var endpoint = TestDesigns.Endpoint(method, 5);
        var design = Trial(1205, endpoint, -1, 0.6);
        var data = TrialRuns.Run(design);
        var analyser = new EndpointAnalyser(design, endpoint, data);
        foreach (var patients in (int[])[0, 1, 2, 3, 4, 5, 6])
        {
            Check(analyser.Analyse(data, patients, 1, double.PositiveInfinity));
            Check(analyser.Analyse(data, patients, 1, 3));
        }

        // Everybody in one arm, and everybody alike and alive.
        var alone = TrialRuns.Run(design);
        Array.Fill(alone.Arms, 1);
        Assert.NotEqual(FitStatus.Estimated, analyser.Analyse(alone, alone.Patients, 1, double.PositiveInfinity).Status);
        var alike = TrialRuns.Run(design);
        Array.Fill(alike.ValuesOf(MeasureCatalogue.AlsfrsTotal), 30);
        Array.Fill(alike.DeathMonths, double.PositiveInfinity);
        Check(analyser.Analyse(alike, alike.Patients, 1, double.PositiveInfinity));

        void Check(AnalysisOutcome outcome)
        {
            if (outcome.Status == FitStatus.Estimated)
            {
                Assert.True(double.IsFinite(outcome.Effect));
                Assert.False(double.IsNaN(outcome.Z));
            }
            else
            {
                Assert.Equal(AnalysisOutcome.None(outcome.Status), outcome);
            }
        }
    }

    [Fact]
    public void Intervals_have_the_quantile_of_their_distribution_at_the_designs_error()
    {
        var endpoint = TestDesigns.Endpoint(AnalysisMethod.TTest, 5);
        var design = Trial(1206, endpoint, -1, 0.6);
        var data = TrialRuns.Run(design);
        AnalysisOutcome With(double degrees) => new(1, 2, degrees, 0.5, FitStatus.Estimated, false);

        // Textbook quantiles at 0.975 and 0.95.
        var analyser = new EndpointAnalyser(design, endpoint, data);
        Assert.Equal(2 * 2.228138852, analyser.HalfWidth(With(10)), 1e-7);
        Assert.Equal(2 * 1.959963985, analyser.HalfWidth(With(double.PositiveInfinity)), 1e-7);
        Assert.Equal(2 * 4.302652730, analyser.HalfWidth(With(2)), 1e-7);
        Assert.Equal(2 * 2.228138852, analyser.HalfWidth(With(10)), 1e-7);
        Assert.Equal(double.NaN, analyser.HalfWidth(AnalysisOutcome.None(FitStatus.NotConverged)));
        Assert.Equal(2 * 1.812461123, new EndpointAnalyser(design with { Sides = 1 }, endpoint, data).HalfWidth(With(10)), 1e-7);
    }

    [Fact]
    public void The_blinded_standard_deviation_takes_every_patient_of_every_arm_once()
    {
        var endpoint = TestDesigns.Endpoint(AnalysisMethod.TTest, 5);
        var design = Trial(1207, endpoint, -1, 0.6) with
        {
            Arms = [new("placebo", 0, 1), new("low", 1, 1), new("high", 1, 2)],
            Dropout = new DropoutRule { RatePerMonth = [0.01, 0.01, 0.01] },
        };
        var data = TrialRuns.Run(design);
        const double Cut = 25;
        var changes = data.All().Where(patient => data.EntryMonths[patient] + data.Month(patient, 5) <= Cut).Select(patient => data.Score(patient, 5) - data.Score(patient, 1))
            .Where(change => !double.IsNaN(change)).ToList();
        var mean = changes.Average();
        var sd = Math.Sqrt(changes.Sum(change => (change - mean) * (change - mean)) / (changes.Count - 1));
        Assert.InRange(changes.Count, 20, data.Patients - 20);
        Assert.Equal(sd, new EndpointAnalyser(design, endpoint, data).PooledSdOfChange(data, data.Patients, Cut), 1e-9);
    }

    [Fact]
    public void The_z_of_a_t_test_has_the_p_value_of_the_t_test()
    {
        // t = 2.228138852 with 10 degrees of freedom has p = 0.05, which is z = 1.959963985.
        Assert.Equal(1.959963985, Outcomes.NormalEquivalent(2.228138852, 10, 0.05), 1e-8);
        Assert.Equal(-1.959963985, Outcomes.NormalEquivalent(-2.228138852, 10, 0.05), 1e-8);
        Assert.Equal(-2.5, Outcomes.NormalEquivalent(-2.5, double.PositiveInfinity, 0.0124));
        Assert.Equal(0, Outcomes.SignedQuantile(0, 1));
    }

    private static void Compare(TrialDesign design, Endpoint endpoint, AnalysisMethod method, bool higherIsBetter)
    {
        var data = TrialRuns.Run(design);
        var found = new EndpointAnalyser(design, endpoint, data).Analyse(data, data.Patients, 1, double.PositiveInfinity);
        var (effect, error, degrees, z) = new HandAssembly(data, endpoint, higherIsBetter).Analyse(method);
        Assert.Equal(FitStatus.Estimated, found.Status);
        Near(effect, found.Effect);
        Near(z, found.Z);
        if (!double.IsNaN(error))
        {
            Near(error, found.StandardError);
            Assert.Equal(degrees, found.DegreesOfFreedom, 1e-5 * Math.Min(degrees, 1e6));
        }

        Assert.True(found.Z > 1.5, $"A benefit, but z is {found.Z}.");

        static void Near(double expected, double found) => Assert.Equal(expected, found, 1e-8 * (1 + Math.Abs(expected)));
    }

    /// <summary>A trial with a lead-in visit, deaths, dropout, missed visits and strata; the drug bends the line and halves the hazard.</summary>
    private static TrialDesign Trial(uint seed, Endpoint endpoint, double slope, double difference)
    {
        var patients = TestDesigns.Declining with { SlopeMean = slope, InterceptMean = slope < 0 ? 38 : 60, LogHazard = Math.Log(0.06) };
        return TestDesigns.Statistical(seed, 240, patients, difference, 0.45, endpoint) with
        {
            Visits = new VisitSchedule { Weeks = [-12, 0, 13, 26, 39, 52], MissedProbability = 0.08 },
            Dropout = new DropoutRule { RatePerMonth = [0.01, 0.01] },
            Recruitment = new RecruitmentPlan { RatePerMonth = 15, StratifyBy = [new Stratification(TestDesigns.Total, [40], 2)] },
        };
    }
}
