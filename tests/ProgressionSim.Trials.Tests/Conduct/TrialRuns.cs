using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Tests.Conduct;

/// <summary>Runs single trials without the machinery of many.</summary>
internal static class TrialRuns
{
    /// <summary>Patients without any spread, on the line 40 - t: what a test sees is arithmetic.</summary>
    public static PatientClass Line { get; } = new()
    {
        Name = "line",
        Share = 1,
        InterceptMean = 40,
        InterceptSd = 0,
        SlopeMean = -1,
        SlopeSd = 0,
        ResidualSd = 0,
    };

    /// <summary>A trial of lines: placebo loses a point a month, active half a point.</summary>
    public static TrialDesign Lines(uint seed, int patients) =>
        TestDesigns.Statistical(seed, patients, Line, 0.5, 1, TestDesigns.Endpoint(AnalysisMethod.TTest));

    /// <summary>What decides a design's candidates.</summary>
    public static CandidatePlan PlanOf(TrialDesign design) => new()
    {
        Model = design.Model,
        Seed = design.Seed,
        Histories = new HistoryCatalogue(design).Histories,
        VisitDays = [.. design.Visits.Weeks.Select(week => week * 7)],
        VisitWindowDays = design.Visits.WindowDays,
        FollowUpDays = (design.Visits.LastWeek * 7) + design.Visits.WindowDays,
        Measures = [MeasureCatalogue.AlsfrsTotal],
    };

    /// <summary>Courses of candidates 0 up.</summary>
    public static CourseTable Courses(TrialDesign design, int count)
    {
        var plan = PlanOf(design);
        using var source = PatientSources.Create(plan);
        var table = plan.NewTable(count);
        source.Fill(0, count, table);
        return table;
    }

    /// <summary>Runs a trial of the design's own size.</summary>
    public static TrialData Run(TrialDesign design, uint replicate = 0, Hypothesis hypothesis = Hypothesis.Alternative, int candidates = 0, int? patients = null)
    {
        var measures = new TrialMeasures(design);
        var data = new TrialData(design, measures, design.Patients);
        using var conductor = Conductor(design, measures, candidates);
        conductor.Run(replicate, patients ?? design.Patients, hypothesis, data);
        return data;
    }

    /// <summary>A conductor of a design.</summary>
    public static TrialConductor Conductor(TrialDesign design, TrialMeasures measures, int candidates = 0) => new(
        design,
        new HistoryCatalogue(design),
        measures,
        new CandidateQueue(PlanOf(design) with { Measures = measures.Numbers.Count > 0 ? measures.Numbers : [MeasureCatalogue.AlsfrsTotal] }, candidates > 0 ? candidates : 2 * design.Patients));

    /// <summary>ALSFRS-R of a patient at a visit as recorded.</summary>
    public static double Score(this TrialData data, int patient, int visit) => data.ValuesOf(MeasureCatalogue.AlsfrsTotal)[(patient * data.Visits) + visit];

    /// <summary>Time of a patient's visit.</summary>
    public static double Month(this TrialData data, int patient, int visit) => data.VisitMonths[(patient * data.Visits) + visit];

    /// <summary>Patients of a trial.</summary>
    public static IEnumerable<int> All(this TrialData data) => Enumerable.Range(0, data.Patients);

    /// <summary>Kolmogorov's distance of values from the uniform distribution times the root of their number; above 2.4 with chance 2e-5.</summary>
    public static double KolmogorovUniform(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Select((value, i) => Math.Max(((i + 1.0) / sorted.Length) - value, value - ((double)i / sorted.Length))).Max() * Math.Sqrt(sorted.Length);
    }
}
