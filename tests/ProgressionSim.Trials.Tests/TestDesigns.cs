using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests;

/// <summary>Designs for tests, built without scenario files: what a test does not say is the same in all of them.</summary>
internal static class TestDesigns
{
    /// <summary>ALSFRS-R total at visits.</summary>
    public static TrialMeasure Total { get; } = new("alsfrsTotal", "points", MeasureSource.Visit, MeasureCatalogue.AlsfrsTotal, true);

    /// <summary>Its change from baseline.</summary>
    public static TrialMeasure Change { get; } = new("alsfrsChange", "points", MeasureSource.ChangeFromBaseline, MeasureCatalogue.AlsfrsTotal, true);

    /// <summary>Death or permanent ventilation.</summary>
    public static EventDefinition Death { get; } = new("deathOrVentilation", true, false, false, []);

    /// <summary>Patients of one class who decline by a point a month; nobody dies.</summary>
    public static PatientClass Declining { get; } = new()
    {
        Name = "all",
        Share = 1,
        InterceptMean = 38,
        InterceptSd = 5,
        SlopeMean = -1,
        SlopeSd = 0.65,
        Correlation = 0.2,
        ResidualSd = 1.755,
    };

    /// <summary>An endpoint looked at in the last of the five visits of <see cref="Statistical"/>.</summary>
    public static Endpoint Endpoint(AnalysisMethod method, int visit = 4) => new()
    {
        Name = method.ToString(),
        Analysis = method,
        Measure = UsesMeasure(method) ? Total : null,
        Event = UsesEvent(method) ? Death : null,
        Responder = method is AnalysisMethod.Fisher or AnalysisMethod.ChiSquare ? [new MeasureCondition(Change, Comparison.AtLeast, -6)] : [],
        Visit = visit,
    };

    /// <summary>A trial of statistical patients: 1:1, five visits in a year, everybody seen at all of them.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="patients">Patients.</param>
    /// <param name="patientClass">The patients.</param>
    /// <param name="slopeDifference">Effect on the slope, points per month.</param>
    /// <param name="hazardRatio">Effect on the hazard of death.</param>
    /// <param name="endpoints">Endpoints, the first primary.</param>
    public static TrialDesign Statistical(
        uint seed, int patients, PatientClass patientClass, double slopeDifference, double hazardRatio, params IReadOnlyList<Endpoint> endpoints) => new()
    {
        Name = "test",
        Title = "Test",
        Description = "A design of the tests.",
        ScenarioSha256 = new string('0', 64),
        Seed = seed,
        Arms = [new TrialArm("placebo", 0, 1), new TrialArm("active", 1, 1)],
        Patients = patients,
        Alpha = 0.05,
        Sides = 2,
        Replicates = 1000,
        Recruitment = new RecruitmentPlan { RatePerMonth = 10 },
        Visits = new VisitSchedule { Weeks = [0, 13, 26, 39, 52] },
        Dropout = new DropoutRule { RatePerMonth = [0, 0] },
        Endpoints = endpoints,
        Primary = 0,
        Model = new StatisticalPatients(
            [patientClass], [new ArmEffect("placebo", [0], [1]), new ArmEffect("active", [slopeDifference], [hazardRatio])], null, null, false),
        Assumptions = [],
    };

    /// <summary>A trial of patients of the disease model, general ALS enrolled a year after onset, with a drug that slows every rate.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="patients">Patients.</param>
    /// <param name="rateRatio">Treated over untreated rates of stress and death.</param>
    /// <param name="endpoints">Endpoints, the first primary.</param>
    public static TrialDesign Mechanistic(uint seed, int patients, double rateRatio, params IReadOnlyList<Endpoint> endpoints)
    {
        var start = new TreatmentStart { At = StartAt.Enrolment };
        var run = TestPlans.Varied(1, seed).With(
            [new RateRatioTreatment("slower") { StressRatio = rateRatio, DeathRatio = rateRatio, RampMonths = 0 }],
            new Arm("untreated", []),
            new Arm("treated", [new ArmTreatment(0, start, null)])) with
        {
            ReportFrom = Engine.Running.ReportOrigin.Enrolment,
        };
        return Statistical(seed, patients, Declining, 0, 1, endpoints) with { Model = new MechanisticPatients(run) };
    }

    /// <summary>The design with deaths, dropout and missed visits.</summary>
    public static TrialDesign WithLosses(this TrialDesign design) => design with
    {
        Dropout = new DropoutRule { RatePerMonth = [.. design.Arms.Select(_ => 0.015)] },
        Visits = design.Visits with { MissedProbability = 0.05 },
    };

    private static bool UsesEvent(AnalysisMethod method) => method is AnalysisMethod.LogRank or AnalysisMethod.StratifiedLogRank or AnalysisMethod.Cox
        or AnalysisMethod.RestrictedMean or AnalysisMethod.KaplanMeier or AnalysisMethod.WorstRank or AnalysisMethod.JointRank or AnalysisMethod.WinRatio
        or AnalysisMethod.WinOdds or AnalysisMethod.JointModel;

    private static bool UsesMeasure(AnalysisMethod method) => method is not (AnalysisMethod.LogRank or AnalysisMethod.StratifiedLogRank or AnalysisMethod.Cox
        or AnalysisMethod.RestrictedMean or AnalysisMethod.KaplanMeier or AnalysisMethod.Fisher or AnalysisMethod.ChiSquare);
}
