namespace ProgressionSim.Summaries.Tables;

/// <summary>The tables of a run.</summary>
public static class ResultTables
{
    /// <summary>All tables: arms, milestones, survival, series, contrasts, examples.</summary>
    /// <param name="summary">The results.</param>
    public static IReadOnlyList<TableFile> All(RunSummary summary) =>
        [Arms(summary), Milestones(summary), Survival(summary), SeriesAndContrasts.Series(summary), SeriesAndContrasts.Contrasts(summary), Examples(summary)];

    /// <summary>arms.csv: one row an arm.</summary>
    /// <param name="summary">The results.</param>
    public static TableFile Arms(RunSummary summary)
    {
        var csv = new CsvText(
            "arm", "patients", "neverTreated", "startedAtBiologicalOnset", "neverSymptomatic", "deathsBeforeOrigin",
            "medianStartMonths", "medianSurvivalMonths", "medianSurvivalMonthsLow", "medianSurvivalMonthsHigh");
        foreach (var arm in summary.Arms)
        {
            csv.Cell(arm.Name).Cell(summary.PatientsAnalysed).Cell(arm.NeverTreated).Cell(arm.StartedAtBiologicalOnset)
                .Cell(arm.NeverSymptomatic).Cell(arm.DeathsBeforeOrigin).Cell(arm.MedianStartMonths)
                .Cell(arm.MedianSurvivalMonths.Value).Cell(arm.MedianSurvivalMonths.Low).Cell(arm.MedianSurvivalMonths.High).EndRow();
        }

        return csv.ToFile("arms.csv");
    }

    /// <summary>milestones.csv: one row an arm and milestone; quantiles are over all analysed patients, empty when too few reach it.</summary>
    /// <param name="summary">The results.</param>
    public static TableFile Milestones(RunSummary summary)
    {
        var csv = new CsvText("arm", "milestone", "reached", "share", "shareLow", "shareHigh", "p25Months", "medianMonths", "p75Months");
        foreach (var arm in summary.Arms)
        {
            foreach (var milestone in arm.Milestones)
            {
                csv.Cell(arm.Name).Cell(milestone.Name).Cell(milestone.Reached).Cell(milestone.Share).Cell(milestone.Low).Cell(milestone.High)
                    .Cell(milestone.P25Months).Cell(milestone.MedianMonths).Cell(milestone.P75Months).EndRow();
            }
        }

        return csv.ToFile("milestones.csv");
    }

    /// <summary>survival.csv: the Kaplan-Meier curve of each arm, one row for each time at which someone died or was censored.</summary>
    /// <param name="summary">The results.</param>
    public static TableFile Survival(RunSummary summary)
    {
        var csv = new CsvText("arm", "months", "atRisk", "deaths", "censored", "survival", "standardError", "low", "high");
        foreach (var arm in summary.Arms)
        {
            for (var i = 0; i < (arm.Survival?.Times.Length ?? 0); i++)
            {
                var curve = arm.Survival!;
                csv.Cell(arm.Name).Cell(curve.Times[i]).Cell(curve.AtRisk[i]).Cell(curve.Events[i]).Cell(curve.Censored[i])
                    .Cell(curve.Survival[i]).Cell(curve.StandardError[i]).Cell(curve.Low[i]).Cell(curve.High[i]).EndRow();
            }
        }

        return csv.ToFile("survival.csv");
    }

    /// <summary>examples.csv: single patients by arm and month; empty where dead.</summary>
    /// <param name="summary">The results.</param>
    public static TableFile Examples(RunSummary summary)
    {
        var csv = new CsvText("patient", "arm", "month", "alsfrsTotal", "neurofilamentPgPerMl", "svcPercent");
        foreach (var course in summary.Examples)
        {
            for (var i = 0; i < summary.Months.Count; i++)
            {
                csv.Cell(course.Patient).Cell(summary.Arms[course.Arm].Name).Cell(summary.Months[i])
                    .Cell(course.AlsfrsTotal[i]).Cell(course.NeurofilamentPgPerMl[i]).Cell(course.SvcPercent[i]).EndRow();
            }
        }

        return csv.ToFile("examples.csv");
    }
}
