using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Tests.Trials;

/// <summary>Exact: the words and tables follow the numbers found.</summary>
public sealed class TrialReportTests
{
    private static ReportContent Trial(OperatingCharacteristics found) => TrialReports.OfTrial(found, TestTrials.Example(TestTrials.Design()), "1.2.3").Content;

    [Fact]
    public void The_answer_gives_power_and_type_I_error_with_their_intervals() => Assert.Equal(
        "In this model and under these assumptions, with 200 patients randomised 1:1 to placebo and active, primary endpoint function by random intercept and slope (REML) and two-sided error 5 %, "
        + "the trial shows a benefit in 85.3 % of 10,000 simulated trials (95 % Monte Carlo interval 84.6 to 86.0); if the treatment did nothing it would reject in 5.1 % (4.7 to 5.5).",
        Trial(TestTrials.Found(TestTrials.Design())).Answer);

    [Fact]
    public void Findings_tell_course_events_estimate_and_failed_fits()
    {
        var findings = string.Join('\n', Trial(TestTrials.Found(TestTrials.Design())).Findings);
        Assert.Contains("agrees within simulation error with the 5 % allowed", findings, StringComparison.Ordinal);
        Assert.Contains("takes 45.9 months to the deciding analysis", findings, StringComparison.Ordinal);
        Assert.Contains("placebo 33.1 deaths or ventilations, 11.2 dropouts, 15.1 rescued of 100.0", findings, StringComparison.Ordinal);
        Assert.Contains("function 84.3 % (83.6 to 85.0), combined 80.2 %", findings, StringComparison.Ordinal);
        Assert.Contains("the 5 % allowed to one comparison: survivors 7.2 %", findings, StringComparison.Ordinal);
        Assert.Contains("the bias is -0.008 (-0.011 to -0.005)", findings, StringComparison.Ordinal);
        Assert.Contains("survivors (no effect) 2 not converged", findings, StringComparison.Ordinal);
        Assert.Contains("combined (with the effect) 0 not converged, 0 without an answer, 3 by the simpler method", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_above_the_one_allowed_is_called_so()
    {
        var findings = string.Join('\n', Trial(TestTrials.Found(TestTrials.Design(), error: 0.08)).Findings);
        Assert.Contains("is above the 5 % allowed: the power cannot be taken at face value", findings, StringComparison.Ordinal);
        Assert.Contains("is below the 5 % allowed", string.Join('\n', Trial(TestTrials.Found(TestTrials.Design(), error: 0.03)).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Cautions_claim_no_effect_and_name_bank_looks_truth_and_warnings()
    {
        var plain = Trial(TestTrials.Found(TestTrials.Design())).Cautions;
        Assert.Contains(plain, caution => caution.Contains("does not show that any treatment works", StringComparison.Ordinal));
        Assert.Contains(plain, caution => caution.Contains("without missed visits and dropout (deaths, rescue and open label stay)", StringComparison.Ordinal));
        Assert.Contains(plain, caution => caution.StartsWith("survivors by analysis of covariance: Compares survivors only", StringComparison.Ordinal));
        Assert.DoesNotContain(plain, caution => caution.Contains("bank of", StringComparison.Ordinal) || caution.Contains("stop early", StringComparison.Ordinal));
        var other = Trial(TestTrials.Found(TestTrials.Design(interim: true) with { PatientBank = 5000 })).Cautions;
        Assert.Contains(other, caution => caution.Contains("a bank of 5,000 simulated candidates dealt into 12 slices", StringComparison.Ordinal) && caution.Contains("rough", StringComparison.Ordinal));
        Assert.Contains(other, caution => caution.Contains("too large on average", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_size_is_told_with_interval_check_and_formula()
    {
        var content = TrialReports.OfSize(TestTrials.Size(TestTrials.Design()), "1").Content;
        Assert.Contains("a power of 80 % takes 184 patients randomised 1:1 to placebo and active (95 % Monte Carlo interval 177 to 189)", content.Answer, StringComparison.Ordinal);
        Assert.Contains("80.4 % (79.6 to 81.2) show a benefit; if the treatment did nothing 5.2 %", content.Answer, StringComparison.Ordinal);
        Assert.Contains(content.Findings, finding => finding.StartsWith("By formula 172 patients; the simulation asks for 7 % more. Random slope model", StringComparison.Ordinal));
    }

    [Fact]
    public void A_power_out_of_reach_is_said_plainly()
    {
        var report = TrialReports.OfSize(TestTrials.Size(TestTrials.Design(), SampleSizeStatus.Unreachable) with { Check = TestTrials.Share(0.06), Curve = [] }, "1");
        Assert.Contains("even 20,000 patients randomised 1:1 to placebo and active do not reach a power of 80 %: the power there is 6.0 % (5.5 to 6.5). The effect is nil.", report.Content.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("takes", report.Content.Answer, StringComparison.Ordinal);
        Assert.Single(report.Content.Figures);
    }

    [Fact]
    public void Early_and_late_enrolment_stand_beside_each_other()
    {
        var content = TrialReports.OfComparison(TestTrials.Compared(sizes: true), "1").Content;
        Assert.Contains(
            "early (200 patients, enrolled 12 months after symptom onset) 84.3 % (83.6 to 85.0); late (160 patients, enrolled 24 months after symptom onset) 45.5 % (44.5 to 46.5). "
            + "For a power of 80 % they take: early 184 (177 to 189); late 366 (348 to 384) patients.",
            content.Answer,
            StringComparison.Ordinal);
        Assert.Contains("38.8 percentage points of power", content.Findings[0], StringComparison.Ordinal);
        Assert.Equal("Enrolled (months after symptom onset)", content.Tables[0].Columns[1]);
        Texts.Equal(["12", "24"], content.Tables[0].Rows.Select(row => row[1]));

        // One setting is shared; the time of enrolment is told for each design.
        Texts.Equal(["early: population.enrolmentMonths", "late: population.enrolmentMonths", "trial.alpha"], content.Assumptions.Select(assumption => assumption.Path));
    }

    [Fact]
    public void Tables_have_full_rows_and_the_manifest_repeats_the_run()
    {
        var trial = TrialReports.OfTrial(TestTrials.Found(TestTrials.Design(interim: true)), TestTrials.Example(TestTrials.Design()), "1.2.3");
        var size = TrialReports.OfSize(TestTrials.Size(TestTrials.Design()), "1");
        var compared = TrialReports.OfComparison(TestTrials.Compared(sizes: true), "1");
        Texts.Equal(
            ["Endpoints: power and type I error", "Endpoints: estimates", "Looks", "Arms", "Course of a trial", "Analyses and what they estimate"], trial.Content.Tables.Select(table => table.Title));
        Assert.Contains(new("Version", "1.2.3"), trial.Content.Manifest);
        Assert.Contains(new("Seed", "7"), trial.Content.Manifest);
        foreach (var report in new[] { trial, size, compared })
        {
            Assert.All(report.Content.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
            Assert.All(report.Content.Tables.SelectMany(table => table.Rows).SelectMany(row => row), cell => Assert.DoesNotContain("NaN", cell, StringComparison.Ordinal));
            Assert.All(report.Tables, file => Assert.Single(file.Text.TrimEnd().Split("\r\n").Select(line => Cells(line).Count).Distinct()));
        }

        Texts.Equal(["endpoints.csv", "course.csv", "arms.csv", "looks.csv", "analyses.csv"], trial.Tables.Select(file => file.FileName));
        Texts.Equal(["sizes.csv", "path.csv", "curves.csv"], size.Tables.Select(file => file.FileName));
        Texts.Equal(["endpoints.csv", "course.csv", "arms.csv", "looks.csv", "analyses.csv", "curves.csv", "sizes.csv"], compared.Tables.Select(file => file.FileName));
        Assert.Contains("early,null,survivors,active,0,ancova,", trial.Tables[0].Text, StringComparison.Ordinal);
    }

    /// <summary>Cells of a line; commas inside quotes do not part them.</summary>
    internal static List<string> Cells(string line)
    {
        var quoted = line.Split('"').Select((part, i) => i % 2 == 1 ? part.Replace(',', ';') : part);
        return [.. string.Concat(quoted).Split(',')];
    }
}
