using ProgressionSim.Engine.Recording;
using ProgressionSim.Summaries.Tables;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Summaries.Trials;

/// <summary>The data of one simulated trial in the form that analyses take: one table by patient, one by visit, one by event.</summary>
/// <remarks>
/// Patients are named <c>SEED-REPLICATE-NUMBER</c> in order of randomisation. Times of a patient are months from randomisation (30.4375 days each); a cell is
/// empty where something did not happen or was not measured. Columns:
/// <list type="bullet">
/// <item><description>
/// subjects.csv: USUBJID the patient, unique among all trials of a seed; candidate number of the virtual patient; replicate and hypothesis of the trial; arm; stratum, site
/// and subgroup, numbers from 0; one column for each covariate of an endpoint; entryMonth months from the opening of the first site to randomisation; endMonths end of
/// what is followed: death, dropout or the last planned visit; deathMonths death or permanent ventilation within the planned follow-up, also when the trial does not
/// learn of it; dropoutMonths, rescueMonths, openLabelMonths; symptomOnsetMonths, negative before randomisation.
/// </description></item>
/// <item><description>
/// visits.csv, only measurements that were made: AVISITN number of the visit from 0; visitWeek planned week; months actual time; PARAMCD the measure and unit its unit; AVAL the value; BASE the
/// value at baseline; CHG the change from it; ABLFL Y for the baseline visit; afterSwitch 1 from the visit after a rescue or the start of open label on.
/// </description></item>
/// <item><description>
/// events.csv: PARAMCD the endpoint; event what counts as the event; months time of the event or of the end of what is known; EVENT 1 for the event; CNSR 0 for the event,
/// 1 for censored, as CDISC has it.
/// </description></item>
/// </list>
/// Names in capitals are those of the CDISC analysis data model (ADaM) and mean the same; the tables are no full ADaM data sets.
/// </remarks>
public static class TrialDataTables
{
    // Months: a visit at the very time of a switch is before it, though both may differ by rounding.
    private const double SameMoment = 1e-6;

    /// <summary>subjects.csv, visits.csv and, where an endpoint has an event, events.csv.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="replicate">Its number.</param>
    /// <param name="hypothesis">What it was run under.</param>
    public static IReadOnlyList<TableFile> Of(TrialData trial, uint replicate, Hypothesis hypothesis) =>
    [
        Subjects(trial, replicate, hypothesis),
        Visits(trial, replicate),
        .. trial.Design.Endpoints.Any(endpoint => endpoint.Event is not null) ? new[] { Events(trial, replicate) } : [],
    ];

    private static TableFile Subjects(TrialData trial, uint replicate, Hypothesis hypothesis)
    {
        var csv = new CsvText(
        [
            "USUBJID", "candidate", "replicate", "hypothesis", "arm", "stratum", "site", "subgroup", .. trial.Covariates.Select(Heading),
            "entryMonth", "endMonths", "deathMonths", "dropoutMonths", "rescueMonths", "openLabelMonths", "symptomOnsetMonths",
        ]);
        var planned = TrialTime.MonthsOfWeeks(trial.Design.Visits.LastWeek);
        for (var patient = 0; patient < trial.Patients; patient++)
        {
            csv.Cell(Name(trial, replicate, patient)).Cell(trial.Candidates[patient]).Cell(replicate).Cell(hypothesis == Hypothesis.Null ? "null" : "alternative")
                .Cell(trial.Design.Arms[trial.Arms[patient]].Name).Cell(trial.Strata[patient]).Cell(trial.Sites[patient]).Cell(trial.Subgroups[patient]);
            for (var covariate = 0; covariate < trial.Covariates.Count; covariate++)
            {
                csv.Cell(trial.CovariateOf(covariate)[patient]);
            }

            var last = Math.Max(planned, trial.VisitMonths[(patient * trial.Visits) + trial.Visits - 1]);
            csv.Cell(trial.EntryMonths[patient]).Cell(Math.Min(last, Math.Min(trial.DeathMonths[patient], trial.DropoutMonths[patient])))
                .Cell(trial.DeathMonths[patient]).Cell(trial.DropoutMonths[patient]).Cell(trial.RescueMonths[patient]).Cell(trial.OpenLabelMonths[patient])
                .Cell(trial.SymptomOnsetMonths[patient]).EndRow();
        }

        return csv.ToFile("subjects.csv");
    }

    private static TableFile Visits(TrialData trial, uint replicate)
    {
        var csv = new CsvText("USUBJID", "arm", "PARAMCD", "unit", "AVISITN", "visitWeek", "months", "AVAL", "BASE", "CHG", "ABLFL", "afterSwitch");
        var (weeks, baseline) = (trial.Design.Visits.Weeks, trial.Design.Visits.Baseline);
        var measures = VisitMeasures(trial);
        for (var patient = 0; patient < trial.Patients; patient++)
        {
            // Rescue begins at a visit, which itself is still before the switch; open label by week, whenever in its window a visit falls.
            var (rescued, openly) = (trial.RescueMonths[patient] + SameMoment, trial.OpenLabelMonths[patient] + SameMoment);
            foreach (var (number, name, unit) in measures)
            {
                var row = trial.ValuesOf(number).AsSpan(patient * trial.Visits, trial.Visits);
                for (var visit = 0; visit < trial.Visits; visit++)
                {
                    if (double.IsNaN(row[visit]))
                    {
                        continue;
                    }

                    var after = visit > baseline
                        && (trial.VisitMonths[(patient * trial.Visits) + visit] > rescued || TrialTime.MonthsOfWeeks(weeks[visit]) > openly);
                    csv.Cell(Name(trial, replicate, patient)).Cell(trial.Design.Arms[trial.Arms[patient]].Name).Cell(name).Cell(unit).Cell(visit).Cell(weeks[visit])
                        .Cell(trial.VisitMonths[(patient * trial.Visits) + visit]).Cell(row[visit]).Cell(row[baseline]).Cell(row[visit] - row[baseline])
                        .Cell(visit == baseline ? "Y" : "").Cell(after ? 1 : 0).EndRow();
                }
            }
        }

        return csv.ToFile("visits.csv");
    }

    private static TableFile Events(TrialData trial, uint replicate)
    {
        var csv = new CsvText("USUBJID", "arm", "PARAMCD", "event", "months", "EVENT", "CNSR");
        for (var patient = 0; patient < trial.Patients; patient++)
        {
            foreach (var endpoint in trial.Design.Endpoints.Where(endpoint => endpoint.Event is not null))
            {
                var (months, happened) = EndpointEvents.Of(trial, endpoint, patient);
                csv.Cell(Name(trial, replicate, patient)).Cell(trial.Design.Arms[trial.Arms[patient]].Name).Cell(endpoint.Name).Cell(endpoint.Event!.Name)
                    .Cell(months).Cell(happened ? 1 : 0).Cell(happened ? 0 : 1).EndRow();
            }
        }

        return csv.ToFile("events.csv");
    }

    private static string Name(TrialData trial, uint replicate, int patient) =>
        $"{NumberText.Whole(trial.Design.Seed)}-{NumberText.Whole(replicate)}-{NumberText.Whole(patient + 1)}";

    private static string Heading(TrialMeasure covariate) => covariate.Unit.Length == 0 || covariate.Name.EndsWith(covariate.Unit, StringComparison.OrdinalIgnoreCase)
        ? covariate.Name
        : $"{covariate.Name} ({covariate.Unit})";

    /// <summary>The measures kept with their names; the ALSFRS-R total may be kept without being named.</summary>
    private static IReadOnlyList<(int Number, string Name, string Unit)> VisitMeasures(TrialData trial)
    {
        var design = trial.Design;
        var named = design.Endpoints.SelectMany(endpoint => endpoint.Covariates.Concat(endpoint.Measure is { } measure ? [measure] : [])
                .Concat(endpoint.Responder.Select(condition => condition.Measure)).Concat(endpoint.Event?.When.Select(condition => condition.Measure) ?? []))
            .Concat(design.Rescue?.When.Select(condition => condition.Measure) ?? [])
            .Concat(design.Recruitment.Screening.SelectMany(rule => rule.Alternatives).SelectMany(all => all).Select(condition => condition.Measure))
            .Concat(design.Recruitment.StratifyBy.Select(factor => factor.Measure))
            .Where(measure => measure.Source != MeasureSource.Baseline).OrderBy(measure => measure.Source).ToArray();
        return [.. trial.Measures.Numbers.Select(number =>
        {
            var measure = Array.Find(named, each => each.Number == number);
            return number == MeasureCatalogue.AlsfrsTotal || measure is null ? (number, "alsfrsTotal", "points") : (number, ValueName(measure), measure.Unit);
        })];
    }

    // A change is kept as the values it is made of: svcPercentChange -> svcPercent.
    private static string ValueName(TrialMeasure measure) => measure.Name.EndsWith("Change", StringComparison.Ordinal) ? measure.Name[..^"Change".Length] : measure.Name;
}
