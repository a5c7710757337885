using ProgressionSim.Statistics.Survival;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>Kaplan-Meier curves of one trial by arm with numbers at risk.</summary>
internal static class EventFigure
{
    /// <summary>Builds the figure; null when nobody can have an event.</summary>
    public static Figure? Build(TrialData trial)
    {
        var endpoint = EndpointOf(trial);
        if (endpoint is null || trial.Patients == 0)
        {
            return null;
        }

        var design = trial.Design;
        var curves = Enumerable.Range(0, design.Arms.Count).Select(arm => CurveOf(trial, endpoint, arm)).ToArray();
        var last = TrialTime.MonthsOfWeeks(design.Visits.Weeks[endpoint.Visit]);
        var spoken = SpokenNames.Event(endpoint.Event!.Name);
        string Free(SurvivalCurve? curve) => curve is null ? "nobody randomised" : $"{NumberText.Percent(curve.SurvivalAt(last), 0)} free of it";
        string Counts(int arm) => $"{design.Arms[arm].Name} {NumberText.Count(curves[arm]?.Events.Sum() ?? 0)} of {NumberText.Count(curves[arm]?.Patients ?? 0)} ({Free(curves[arm])})";
        var all = string.Join(", ", Enumerable.Range(0, curves.Length).Select(Counts));
        return new()
        {
            Id = "events",
            Title = $"One simulated trial, {spoken} by month {NumberText.Fixed(last, 0)}: {all}",
            Caption = "Kaplan-Meier estimates of one trial, with pointwise 95 % confidence intervals of that trial (log-log), not Monte Carlo intervals. "
                + "Other trials of the same design differ by chance as the bands show. Below: patients at risk.",
            AlternativeText = $"{spoken} by month {NumberText.Fixed(last, 0)}: {all}.",
            Panels = [PanelOf(trial, endpoint, curves, last)],
        };
    }

    /// <summary>The primary endpoint's event, else that of the first endpoint with one, else death when somebody dies.</summary>
    private static Endpoint? EndpointOf(TrialData trial)
    {
        var design = trial.Design;
        var death = design.Endpoints[design.Primary] with { Event = new EventDefinition("death or permanent ventilation", true, false, false, []), Visit = design.Visits.Weeks.Count - 1 };
        return new[] { design.Endpoints[design.Primary] }.Concat(design.Endpoints).FirstOrDefault(endpoint => endpoint.Event is not null)
            ?? (trial.DeathMonths.Take(trial.Patients).Any(double.IsFinite) ? death : null);
    }

    private static SurvivalCurve? CurveOf(TrialData trial, Endpoint endpoint, int arm)
    {
        var events = Enumerable.Range(0, trial.Patients).Where(patient => trial.Arms[patient] == arm).Select(patient => EndpointEvents.Of(trial, endpoint, patient)).ToArray();
        return events.Length == 0 ? null : KaplanMeier.Estimate([.. events.Select(each => each.Months)], [.. events.Select(each => each.Event)]);
    }

    private static Panel PanelOf(TrialData trial, Endpoint endpoint, SurvivalCurve?[] curves, double last)
    {
        var tick = last > 36 ? 12.0 : last > 18 ? 6 : last > 6 ? 3 : 1;
        double[] ticks = [.. Enumerable.Range(0, (int)Math.Floor(last / tick) + 1).Select(i => i * tick)];
        var arms = curves.Select((curve, arm) => (Curve: curve, Arm: arm)).Where(each => each.Curve is not null).ToArray();
        return new()
        {
            Horizontal = new Axis("Months since randomisation", 0, Math.Max(last, 1), tick),
            Vertical = new Axis($"Share free of {SpokenNames.Event(endpoint.Event!.Name)}", 0, 1, 0.25),
            Layers = [.. arms.SelectMany(each => Layers(trial.Design.Arms[each.Arm].Name, TrialFigureParts.ColorOf(each.Arm), each.Curve!, last))],
            AtRisk = new AtRiskTable(
                ticks, [.. arms.Select(each => new AtRiskRow(trial.Design.Arms[each.Arm].Name, TrialFigureParts.ColorOf(each.Arm), [.. ticks.Select(each.Curve!.AtRiskAt)]))]),
        };
    }

    private static IEnumerable<Layer> Layers(string name, FigureColor color, SurvivalCurve curve, double last)
    {
        var rows = Enumerable.Range(0, curve.Times.Length).Where(row => curve.Times[row] > 0 && curve.Times[row] <= last).ToArray();
        double[] times = [0, .. rows.Select(row => curve.Times[row])];

        // Nobody has had the event yet: there is no log-log interval, and nothing to draw for it.
        double[] Edge(Func<int, double> limit) => [1, .. rows.Select(row => curve.Survival[row] == 1 ? 1 : limit(row))];
        yield return new BandLayer("", color, times, Edge(row => curve.Low[row]), Edge(row => curve.High[row]), 0.2, Steps: true);
        yield return new LineLayer(name, color, times, [curve.SurvivalAt(0), .. rows.Select(row => curve.Survival[row])], LineStyle.Steps);
    }
}
