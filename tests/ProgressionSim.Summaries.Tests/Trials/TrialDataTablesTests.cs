using System.Globalization;
using ProgressionSim.Summaries.Tables;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Trials.Conduct;

namespace ProgressionSim.Summaries.Tests.Trials;

/// <summary>Exact: the tables hold the trial.</summary>
public sealed class TrialDataTablesTests
{
    private static readonly TrialData Trial = TestTrials.Example(TestTrials.Design());

    private static readonly IReadOnlyList<TableFile> Files = TrialDataTables.Of(Trial, 3, Hypothesis.Alternative);

    [Fact]
    public void There_is_a_table_of_patients_visits_and_events() =>
        Texts.Equal(["subjects.csv", "visits.csv", "events.csv"], Files.Select(file => file.FileName));

    [Fact]
    public void Each_patient_is_a_row_with_empty_cells_for_what_did_not_happen()
    {
        var rows = Rows(Files[0]);
        Texts.Equal(
            [
                "USUBJID", "candidate", "replicate", "hypothesis", "arm", "stratum", "site", "subgroup", "ageYears", "entryMonth", "endMonths", "deathMonths", "dropoutMonths", "rescueMonths",
                "openLabelMonths", "symptomOnsetMonths",
            ],
            rows[0]);
        Assert.Equal(200, rows.Count - 1);
        for (var patient = 0; patient < 200; patient++)
        {
            var row = rows[patient + 1];
            Assert.Equal($"7-3-{patient + 1}", row[0]);
            Assert.Equal(Trial.Arms[patient] == 0 ? "placebo" : "active", row[4]);
            Assert.Equal(double.IsFinite(Trial.DeathMonths[patient]), row[11].Length > 0);
            Assert.Equal(double.IsFinite(Trial.DropoutMonths[patient]), row[12].Length > 0);
            Assert.True(Number(row[10]) <= (double.IsFinite(Trial.DeathMonths[patient]) ? Trial.DeathMonths[patient] + 1e-7 : double.PositiveInfinity));
        }
    }

    [Fact]
    public void Visits_hold_every_measurement_once_with_its_change_and_the_switch()
    {
        var rows = Rows(Files[1]).Skip(1).ToArray();
        var values = Trial.ValuesOf(TestTrials.Total.Number).Take(Trial.Patients * Trial.Visits);
        Assert.Equal(values.Count(double.IsFinite), rows.Length);
        Assert.All(rows, row =>
        {
            Assert.Equal(("alsfrsTotal", "points"), (row[2], row[3]));
            Assert.Equal(Number(row[7]) - Number(row[8]), Number(row[9]));
            Assert.Equal(row[4] == "0" ? "Y" : "", row[10]);
            var rescue = Trial.RescueMonths[int.Parse(row[0].Split('-')[2], CultureInfo.InvariantCulture) - 1];
            Assert.Equal(Number(row[6]) > rescue + 1e-6 ? "1" : "0", row[11]);
        });
        Assert.Contains(rows, row => row[11] == "1");
    }

    [Fact]
    public void Censoring_is_the_opposite_of_the_event_and_rescue_ends_what_it_must()
    {
        var rows = Rows(Files[2]).Skip(1).ToArray();
        Assert.Equal(200, rows.Length);
        Assert.All(rows, row => Assert.NotEqual(row[5], row[6], StringComparer.Ordinal));
        for (var patient = 0; patient < 200; patient++)
        {
            // The endpoint leaves out what follows rescue and the last visit; deaths after dropout are not learnt of.
            var visit = Math.Max(TrialTime.MonthsOfWeeks(60), Trial.VisitMonths[(patient * Trial.Visits) + 6]);
            var last = Math.Min(visit, Math.Min(Trial.RescueMonths[patient], Trial.DropoutMonths[patient]));
            var died = Trial.DeathMonths[patient] <= last;
            Assert.Equal(died ? "1" : "0", rows[patient][5]);
            Assert.Equal(died ? Trial.DeathMonths[patient] : last, Number(rows[patient][4]), 1e-7);
        }
    }

    private static List<List<string>> Rows(TableFile file) => [.. file.Text.TrimEnd().Split("\r\n").Select(TrialReportTests.Cells)];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
