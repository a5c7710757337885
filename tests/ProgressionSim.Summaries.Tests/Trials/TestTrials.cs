using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Tests.Trials;

/// <summary>Trial results made by hand, with known numbers.</summary>
internal static class TestTrials
{
    public static readonly TrialMeasure Total = new("alsfrsTotal", "points", MeasureSource.Visit, MeasureCatalogue.AlsfrsTotal, true);

    private static readonly TrialMeasure Change = new("alsfrsChange", "points", MeasureSource.ChangeFromBaseline, MeasureCatalogue.AlsfrsTotal, true);
    private static readonly TrialMeasure Age = new("ageYears", "years", MeasureSource.Baseline, (int)BaselineQuantity.AgeYears, false);

    /// <summary>A trial of statistical patients: 200 patients 1:1, seven visits in 60 weeks, slope, joint rank and survival as endpoints.</summary>
    public static TrialDesign Design(string name = "early", string enrolmentMonths = "12", bool interim = false, bool rescue = true) => new()
    {
        Name = name,
        Title = "A trial of an antisense drug",
        Description = "Would a trial of 200 patients find the effect?",
        ScenarioSha256 = new string(name[0] == 'e' ? 'a' : 'b', 64),
        Seed = 7,
        Arms = [new TrialArm("placebo", 0, 1), new TrialArm("active", 1, 1)],
        Patients = 200,
        Alpha = 0.05,
        Sides = 2,
        Replicates = 10_000,
        Recruitment = new RecruitmentPlan { RatePerMonth = 10, Sites = 5 },
        Visits = new VisitSchedule { Weeks = [0, 4, 12, 24, 36, 48, 60], WindowDays = 5, MissedProbability = 0.03 },
        Dropout = new DropoutRule { RatePerMonth = [0.01, 0.01] },
        Rescue = rescue ? new RescueRule(253, [new MeasureCondition(Change, Comparison.AtMost, -16)], 1) : null,
        Endpoints =
        [
            new Endpoint { Name = "function", Analysis = AnalysisMethod.RandomSlope, Measure = Total, Visit = 6 },
            new Endpoint { Name = "combined", Analysis = AnalysisMethod.JointRank, Measure = Total, Event = Death, Visit = 6, AfterRescue = RescueHandling.LeaveOut },
            new Endpoint { Name = "survivors", Analysis = AnalysisMethod.Ancova, Measure = Total, Visit = 6, Covariates = [Age] },
        ],
        Primary = 0,
        Interim = interim ? new InterimRule { Looks = [0.5, 0.75, 1] } : null,
        Model = new StatisticalPatients(
            [new PatientClass { Name = "all", Share = 1, InterceptMean = 38, InterceptSd = 5, SlopeMean = -1, SlopeSd = 0.65, Correlation = 0.2, ResidualSd = 1.755, LogHazard = -3.6 }],
            [new ArmEffect("placebo", [0], [1]), new ArmEffect("active", [0.35], [0.7])], 0, 48, true),
        Assumptions =
        [
            new Assumption("trial.alpha", "0.05", "", "Type I error.", "convention", Confidence.User),
            new Assumption("population.enrolmentMonths", enrolmentMonths, "months", "Months from symptom onset to enrolment.", "scenario", Confidence.User),
        ],
    };

    /// <summary>Death or permanent ventilation.</summary>
    public static EventDefinition Death { get; } = new("deathOrVentilation", true, false, false, []);

    /// <summary>The first trial of a design, with the effect.</summary>
    public static TrialData Example(TrialDesign design) => new TrialSimulation(design, design.Patients, 1).Replay(0, design.Patients, Hypothesis.Alternative);

    /// <summary>A share of 10,000 trials with its normal interval.</summary>
    public static SimulatedValue Share(double share) => Value(share, Math.Sqrt(share * (1 - share) / 10_000));

    /// <summary>A value with its normal interval.</summary>
    public static SimulatedValue Value(double value, double error) => new(value, error, value - (1.96 * error), value + (1.96 * error));

    /// <summary>Results: power 0.853 of the trial; type I error 0.051.</summary>
    public static OperatingCharacteristics Found(TrialDesign design, double power = 0.853, double error = 0.051) => new()
    {
        Design = design,
        Replicates = 10_000,
        BankSlices = design.PatientBank is null ? 0 : 12,
        EligibleShare = 0.62,
        Alternative = Under(design, Hypothesis.Alternative, power),
        Null = Under(design, Hypothesis.Null, error),
        ElapsedSeconds = 8,
    };

    /// <summary>A sample size of 184, found from 12 batches on the curve of a normal test.</summary>
    public static SampleSizeResult Size(TrialDesign design, SampleSizeStatus status = SampleSizeStatus.Found)
    {
        int[] sizes = [200, 150, 188, 235, 147, 184, 230];
        return new()
        {
            Design = design,
            TargetPower = 0.8,
            RelativeHalfWidth = 0.03,
            Status = status,
            Patients = status == SampleSizeStatus.Unreachable ? 20_000 : 184,
            Estimate = Value(183.2, 3.1),
            Path = [.. sizes.Select((size, i) => new PowerPoint(size, 250 << (i / 3), (int)Math.Round((250 << (i / 3)) * Power(size))))],
            Curve = [.. Enumerable.Range(0, 41).Select(i => 92 + (7 * i)).Select(size => new PowerCurvePoint(size, Power(size), Power(size) - 0.02, Power(size) + 0.015))],
            Check = Share(0.804),
            CheckNull = Share(0.052),
            ClosedForms = [new ClosedFormSize(171.3, "Random slope model with a common baseline; leaves out death and dropout.")],
            Explanation = status == SampleSizeStatus.Unreachable ? "The effect is nil." : "",
            ElapsedSeconds = 4,
        };
    }

    /// <summary>Two designs: early enrolment with more power than late.</summary>
    public static DesignComparison Compared(bool sizes)
    {
        TrialDesign[] designs = [Design(), Design("late", "24") with { Patients = 160 }];
        IReadOnlyList<PowerCurvePoint> Curve(double stretch) =>
            [.. Enumerable.Range(0, 41).Select(i => 80 + (9 * i)).Select(size => new PowerCurvePoint(size, Power(size / stretch), Power(size / stretch) - 0.03, Power(size / stretch) + 0.025))];
        return new(
            [Found(designs[0], 0.843), Found(designs[1], 0.455, 0.048)],
            [Curve(1), Curve(2)],
            sizes ? [Size(designs[0]), Size(designs[1]) with { Patients = 366, Estimate = Value(366, 9) }] : [null, null],
            sizes ? 0.8 : double.NaN,
            60);
    }

    private static double Power(double patients) => StandardNormal.Cdf((2.9 * Math.Sqrt(patients / 184)) - 2.06);

    private static HypothesisCharacteristics Under(TrialDesign design, Hypothesis hypothesis, double rejected)
    {
        var isNull = hypothesis == Hypothesis.Null;
        LookCharacteristics[] looks = design.Interim is null
            ? [new(1, 1.96, double.NaN, Value(1, 0), Share(isNull ? 0.025 : rejected), Share(isNull ? 0.026 : 0), Value(0, 0), Value(36.2, 0.02), Value(200, 0))]
            :
            [
                new(0.5, 2.96, double.NaN, Value(1, 0), Share(isNull ? 0.002 : 0.182), Share(isNull ? 0.001 : 0), Share(isNull ? 0.41 : 0.012), Value(23.1, 0.02), Value(171, 0.1)),
                new(0.75, 2.36, double.NaN, Share(isNull ? 0.59 : 0.806), Share(isNull ? 0.01 : 0.387), Share(isNull ? 0.009 : 0), Share(isNull ? 0.22 : 0.021), Value(29.3, 0.02), Value(200, 0)),
                new(1, 2.01, double.NaN, Share(isNull ? 0.35 : 0.398), Share(isNull ? 0.013 : 0.284), Share(isNull ? 0.012 : 0.001), Value(0, 0), Value(36.2, 0.02), Value(200, 0)),
            ];
        return new()
        {
            Hypothesis = hypothesis,
            Success = Share(isNull ? rejected / 2 : rejected),
            Rejected = Share(rejected),
            Course = new()
            {
                Randomised = Value(design.Interim is null ? design.Patients : isNull ? 187.2 : 191.4, design.Interim is null ? 0 : 0.2),
                Screened = Value(322.6, 0.2),
                RecruitmentMonths = Value(32.3, 0.02),
                DurationMonths = Value(45.9, 0.02),
                MissedVisits = Value(31.4, 0.06),
                Arms = [new(0, Value(100, 0.01), Value(33.1, 0.05), Value(11.2, 0.04), Value(15.1, 0.04)), new(1, Value(100, 0.01), Value(isNull ? 33.1 : 24.6, 0.05), Value(12, 0.04), Value(9.3, 0.04))],
                RanOutOfCandidates = 0,
            },
            Looks = looks,
            Endpoints =
            [
                Endpoint(0, hypothesis, isNull ? 0 : 0.35, 0.118, isNull ? 0.051 : 0.843, isNull ? null : 0.358),
                Endpoint(1, hypothesis, isNull ? 0 : 0.24, 0.083, isNull ? 0.0492 : 0.802, isNull ? null : 0.241) with { FellBack = isNull ? 0 : 3 },
                Endpoint(2, hypothesis, isNull ? 0.4 : 4.1, 1.6, isNull ? 0.072 : 0.711, isNull ? null : 4.3) with { NotConverged = isNull ? 2 : 0, NotEstimable = isNull ? 0 : 1 },
            ],
        };
    }

    /// <summary>An endpoint whose 400 estimates are the quantiles of a normal distribution.</summary>
    private static EndpointCharacteristics Endpoint(int endpoint, Hypothesis hypothesis, double effect, double sd, double rejected, double? truth)
    {
        var known = Value(hypothesis == Hypothesis.Null ? 0 : truth!.Value, hypothesis == Hypothesis.Null ? 0 : sd / 200);
        return new()
        {
            Endpoint = endpoint,
            Arm = 1,
            Hypothesis = hypothesis,
            Rejected = Share(rejected),
            RejectedForHarm = Share(hypothesis == Hypothesis.Null ? rejected / 2 : 0),
            Effect = Value(effect, sd / 100),
            EffectSd = sd,
            ReportedStandardError = 0.98 * sd,
            Truth = known,
            Bias = Value(effect - known.Value, sd / 80),
            Coverage = Share(0.947),
            NotEstimable = 0,
            NotConverged = 0,
            FellBack = 0,
            Effects = [.. Enumerable.Range(0, 400).Select(i => effect + (sd * StandardNormal.Quantile((i + 0.5) / 400)))],
            StandardErrors = [.. Enumerable.Repeat(0.98 * sd, 400)],
        };
    }
}
