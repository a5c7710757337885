using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Says in words how a quantity is computed from simulated patients.</summary>
internal static class EstimatorWords
{
    /// <summary>The whole estimator.</summary>
    /// <param name="estimator">The estimator.</param>
    /// <param name="run">The scenario.</param>
    public static string Of(Estimator estimator, RunPlan run)
    {
        var words = estimator switch
        {
            SlopeEstimator slope => Slope(slope, run),
            SurvivalEstimator survival => Survival(survival),
            CorrelationEstimator pair => $"rank correlation of {Reading(pair.First, run)} and {Reading(pair.Second, run)}",
            ReadingEstimator reading => Statistic(reading, run),
            _ => "",
        };
        words += Among(estimator.Among, run);
        words += run.Arms.Count > 1 ? $", arm {run.Arms[estimator.Arm].Name}" : "";
        words += estimator.Factor == 1 ? "" : $", times {NumberText.Setting(estimator.Factor)}";
        return estimator.DividedBy is { } divisor ? $"{words}; divided by: {Of(divisor, run)}" : words;
    }

    private static string Slope(SlopeEstimator slope, RunPlan run) =>
        $"{(slope.Statistic == CohortStatistic.Sd ? "standard deviation of patients' slopes" : "mean slope")} of {Measure(slope.Measure, run)} in a mixed model (REML), "
        + $"visits every {NumberText.Setting(slope.EveryMonths)} months, {Months(slope.FromMonth, slope.ToMonth)} {After(slope.From)}";

    private static string Survival(SurvivalEstimator survival) => survival.Asked switch
    {
        SurvivalAsked.Median => $"median survival {After(survival.From)} (Kaplan-Meier)",
        SurvivalAsked.ShareAlive => $"share alive {NumberText.Setting(survival.ToMonth)} months {After(survival.From)} (Kaplan-Meier)",
        _ => $"Weibull shape of survival {After(survival.From)}, followed for {NumberText.Setting(survival.ToMonth)} months (maximum likelihood)",
    };

    private static string Statistic(ReadingEstimator reading, RunPlan run)
    {
        var isShare = reading.Reading is PatientReading.Alive or PatientReading.SymptomFree or PatientReading.Recovered or PatientReading.Stable;
        var statistic = reading.Statistic switch
        {
            CohortStatistic.Mean => isShare ? "share of patients who are or do this: " : "mean ",
            CohortStatistic.Sd => "standard deviation of ",
            CohortStatistic.Median => "median ",
            CohortStatistic.Minimum => "smallest ",
            CohortStatistic.Maximum => "largest ",
            _ => "number of patients who are or do this: ",
        };
        var words = statistic + Reading(reading, run);
        if (reading.ComparedWith is { } other)
        {
            words += $", minus that of the {(reading.ComparedWithOwnChance ? "twin with chance of its own" : "same patient")} in {run.Arms[other].Name}";
        }

        return reading.SeriesOf is { } size ? $"{words}; in series of {NumberText.Count(size)} {(size == 1 ? "patient" : "patients")}" : words;
    }

    private static string Reading(ReadingEstimator reading, RunPlan run)
    {
        var (from, to) = (NumberText.Setting(reading.FromMonth), NumberText.Setting(reading.ToMonth));
        var after = After(reading.From);
        return reading.Reading switch
        {
            PatientReading.Value => $"{Measure(reading.Measure, run)} {from} months {after}",
            PatientReading.Change => $"change of {Measure(reading.Measure, run)}, {Months(reading.FromMonth, reading.ToMonth)} {after}",
            PatientReading.FoldChange => $"{Measure(reading.Measure, run)} {to} months {after} as a multiple of that {from} months {after}",
            PatientReading.Slope => $"slope of {Measure(reading.Measure, run)}, {Months(reading.FromMonth, reading.ToMonth)} {after}",
            PatientReading.MonthlyDecline => $"share of {Measure(reading.Measure, run)} lost a month, {Months(reading.FromMonth, reading.ToMonth)} {after}",
            PatientReading.Interval => $"months from {Moment(reading.From)} to {Moment(reading.To)}",
            PatientReading.SurvivalMonths => $"months lived {after}, at most {to}",
            PatientReading.Alive => $"alive {to} months {after}",
            PatientReading.SymptomFree => $"alive without symptoms {to} months {after}",
            PatientReading.Recovered =>
                $"regains {NumberText.Setting(reading.Points)} points or more of the ALSFRS-R within {to} months {after} and holds them for {NumberText.Setting(reading.HeldMonths)}",
            PatientReading.Stable => $"loses at most {NumberText.Setting(reading.Points)} points of the ALSFRS-R, {Months(reading.FromMonth, reading.ToMonth)} {after}",
            PatientReading.LossAtDeath => "share of motor neurons lost at death",
            _ => "age at symptom onset",
        };
    }

    private static string Among(CohortFilter among, RunPlan run)
    {
        List<string> conditions =
        [
            .. among.Subgroup is { } subgroup ? [$"of the {run.Population.Subgroups[subgroup].Name} form"] : Array.Empty<string>(),
            .. among.OnsetRegions is { } regions ? [$"with {string.Join(" or ", regions.Select(Name))} onset"] : Array.Empty<string>(),
            .. AtMoment("vital capacity of at least", among.SvcAtLeastPercent, " %"),
            .. AtMoment("at most", among.MonthsFromOnsetAtMost, " months from onset"),
            .. AtMoment("at least", among.ProgressionRateAtLeast, " points lost a month so far"),
            .. AtMoment("less than", among.ProgressionRateBelow, " points lost a month so far"),
            .. AtMoment("an ALSFRS-R of at least", among.AlsfrsAtLeast, ""),
            .. AtMoment("an ALSFRS-R of at most", among.AlsfrsAtMost, ""),
        ];
        return conditions.Count == 0 ? "" : $", patients {string.Join(", ", conditions)}";
    }

    private static string[] AtMoment(string words, double? limit, string unit) => limit is { } value ? [$"with {words} {NumberText.Setting(value)}{unit}"] : [];

    private static string Months(double from, double to) => $"months {NumberText.Setting(from)} to {NumberText.Setting(to)}";

    private static string After(CourseMoment moment) => $"after {Moment(moment)}";

    private static string Moment(CourseMoment moment) => moment switch
    {
        CourseMoment.SymptomOnset => "symptom onset",
        CourseMoment.Diagnosis => "diagnosis",
        CourseMoment.Enrolment => "enrolment",
        CourseMoment.TreatmentStart => "treatment start",
        CourseMoment.BiologicalOnset => "biological onset",
        CourseMoment.ElectromyographicChange => "electromyographic change",
        CourseMoment.NeurofilamentRise => "the rise of neurofilament",
        CourseMoment.SecondRegion => "involvement of a second region",
        _ => "death",
    };

    private static string Name(Region region) => region.ToString().ToLowerInvariant();

    private static string Measure(int measure, RunPlan run) => measure switch
    {
        MeasureCatalogue.AlsfrsTotal => "the ALSFRS-R",
        MeasureCatalogue.Svc => "vital capacity",
        MeasureCatalogue.Neurofilament => "neurofilament",
        MeasureCatalogue.ToxicProtein => "the toxic protein",
        >= MeasureCatalogue.AlsfrsDomain and < MeasureCatalogue.AlsfrsTotal => $"the {Name((Region)(measure - MeasureCatalogue.AlsfrsDomain))} domain of the ALSFRS-R",
        >= MeasureCatalogue.MotorUnitNumber and < MeasureCatalogue.AlsfrsDomain => $"{Name((Region)(measure - MeasureCatalogue.MotorUnitNumber))} motor units",
        _ => new MeasureCatalogue(run.Disease).Observed[measure].Name,
    };
}
