using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>Measurements of some patients of one trial, with what happened to them, one panel for each arm.</summary>
internal static class TrajectoryFigure
{
    private const int PatientsAnArm = 18;

    /// <summary>Builds the figure; null when no endpoint looks at a measurement.</summary>
    public static Figure? Build(TrialData trial)
    {
        var design = trial.Design;
        if (MeasureOf(design) is not { } measure || trial.Patients == 0)
        {
            return null;
        }

        var arms = Enumerable.Range(0, design.Arms.Count).Select(arm => Enumerable.Range(0, trial.Patients).Where(patient => trial.Arms[patient] == arm).ToArray()).ToArray();
        string Happened(double[] months) => Words.List([.. arms.Select((patients, arm) => $"{NumberText.Whole(patients.Count(patient => double.IsFinite(months[patient])))} of {NumberText.Whole(patients.Length)} {design.Arms[arm].Name}")]);
        var unit = measure.Unit.Length == 0 ? "" : $" ({measure.Unit})";
        var vertical = Vertical(trial, measure, unit);
        var title = $"In one simulated trial {Happened(trial.DeathMonths)} patients die or are ventilated, {Happened(trial.DropoutMonths)} leave"
            + (design.Rescue is null ? "" : $", {Happened(trial.RescueMonths)} are rescued");
        return new()
        {
            Id = "trajectories",
            Title = title,
            Caption = $"{SpokenNames.Measure(measure.Name)} at visits of the first {PatientsAnArm} patients randomised to each arm of one trial (thin lines) and the mean of all patients seen at each visit (thick line), "
                + "which leaves out the dead and those who left. A line goes on at the height of the last measurement up to the mark.",
            AlternativeText = title + ".",
            Panels = [.. arms.Select((patients, arm) => PanelOf(trial, measure, arm, patients, vertical))],
            Columns = Math.Min(arms.Length, 2),
        };
    }

    private static TrialMeasure? MeasureOf(TrialDesign design) =>
        new[] { design.Endpoints[design.Primary] }.Concat(design.Endpoints).Select(endpoint => endpoint.Measure)
            .FirstOrDefault(measure => measure is { Source: not MeasureSource.Baseline });

    private static Axis Vertical(TrialData trial, TrialMeasure measure, string unit)
    {
        var values = Enumerable.Range(0, trial.Patients * trial.Visits).Select(i => trial.ValuesOf(measure.Number)[i]);
        var (low, high) = TrialFigureParts.Around(values);
        return measure.Name == "alsfrsTotal" && low >= 0 && values.All(value => !(value > 48))
            ? new("ALSFRS-R (points)", 0, 48, 12)
            : new(SpokenNames.Measure(measure.Name) + unit, low, high);
    }

    private static Panel PanelOf(TrialData trial, TrialMeasure measure, int arm, int[] patients, Axis vertical)
    {
        var color = TrialFigureParts.ColorOf(arm);
        var weeks = trial.Design.Visits.Weeks;
        var (first, last) = (TrialTime.MonthsOfWeeks(weeks[0]), TrialTime.MonthsOfWeeks(weeks[^1]));
        var shown = patients.Take(PatientsAnArm).Select(patient => Course.Of(trial, measure, patient)).Where(course => course.Months.Count > 0).ToArray();
        Layer? Marks(string label, PointSymbol symbol, Func<int, double> month)
        {
            var points = shown.Select(course => (X: month(course.Patient), course)).Where(point => double.IsFinite(point.X)).Select(point => (point.X, Y: point.course.LastUpTo(point.X))).ToArray();
            return points.Length == 0 ? null : new PointLayer(label, color, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], symbol);
        }

        return new()
        {
            Heading = trial.Design.Arms[arm].Name,
            Horizontal = new Axis("Months since randomisation", Math.Min(0, Math.Floor(first)), Math.Ceiling(Math.Max(last, 1)), last > 36 ? 12 : last > 9 ? 3 : null),
            Vertical = vertical,
            Layers =
            [
                .. shown.Select((course, i) => new LineLayer(i == 0 ? "Single patients" : "", color, course.Months, course.Values, LineStyle.Thin)),
                new LineLayer("Mean", color, [.. weeks.Select(TrialTime.MonthsOfWeeks)], Means(trial, measure, patients)),
                .. new[]
                {
                    Marks("Death or ventilation", PointSymbol.Cross, patient => trial.DeathMonths[patient] <= trial.DropoutMonths[patient] ? trial.DeathMonths[patient] : double.NaN),
                    Marks("Left the trial", PointSymbol.OpenCircle, patient => trial.DropoutMonths[patient]),
                    Marks("Rescue", PointSymbol.Triangle, patient => trial.RescueMonths[patient]),
                }.OfType<Layer>(),
            ],
        };
    }

    private static double[] Means(TrialData trial, TrialMeasure measure, int[] patients)
    {
        var values = trial.ValuesOf(measure.Number);
        return [.. Enumerable.Range(0, trial.Visits).Select(visit => patients.Select(patient => values[(patient * trial.Visits) + visit]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())];
    }

    /// <summary>A patient's measurements in order of time.</summary>
    private sealed record Course(int Patient, IReadOnlyList<double> Months, IReadOnlyList<double> Values)
    {
        public static Course Of(TrialData trial, TrialMeasure measure, int patient)
        {
            var end = Math.Min(trial.DeathMonths[patient], trial.DropoutMonths[patient]);
            var seen = Enumerable.Range(patient * trial.Visits, trial.Visits).Where(i => double.IsFinite(trial.ValuesOf(measure.Number)[i])).OrderBy(i => trial.VisitMonths[i]).ToArray();
            double[] months = [.. seen.Select(i => trial.VisitMonths[i])];
            double[] values = [.. seen.Select(i => trial.ValuesOf(measure.Number)[i])];
            return months.Length > 0 && double.IsFinite(end) && end > months[^1] ? new(patient, [.. months, end], [.. values, values[^1]]) : new(patient, months, values);
        }

        /// <summary>The last measurement up to a month; the first one before any.</summary>
        public double LastUpTo(double month)
        {
            var before = Months.Count(each => each <= month);
            return Values[Math.Max(0, before - 1)];
        }
    }
}
