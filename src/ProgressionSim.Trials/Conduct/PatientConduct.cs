using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Takes one randomised patient through the trial: treat, visit, drop out, rescue.</summary>
internal sealed class PatientConduct
{
    private readonly TrialDesign design;
    private readonly HistoryCatalogue histories;
    private readonly TrialMeasures measures;
    private readonly MeasureReader reader;
    private readonly int baseline;
    private readonly double plannedMonths;
    private readonly double logHazardRatioPerPoint;

    public PatientConduct(TrialDesign design, HistoryCatalogue histories, TrialMeasures measures, MeasureReader reader)
    {
        (this.design, this.histories, this.measures, this.reader) = (design, histories, measures, reader);
        baseline = design.Visits.Baseline;
        plannedMonths = TrialTime.MonthsOfWeeks(design.Visits.LastWeek);
        logHazardRatioPerPoint = Math.Log(design.Dropout.HazardRatioPerPointLost);
    }

    /// <summary>Follows the patient visit by visit and writes down what the trial sees.</summary>
    /// <param name="uniforms">Random numbers of the trial.</param>
    /// <param name="candidate">The patient.</param>
    /// <param name="slot">Place among the candidates, the address of the patient's random numbers.</param>
    /// <param name="patient">Place among the randomised; arm and site are written already.</param>
    /// <param name="hypothesis">Whether the arm's treatment is given or the control's.</param>
    /// <param name="data">Receives the patient.</param>
    public void Follow(KeyedUniforms uniforms, Candidate candidate, uint slot, int patient, Hypothesis hypothesis, TrialData data)
    {
        var (courses, row) = candidate;
        var treatedAs = hypothesis == Hypothesis.Null ? 0 : data.Arms[patient];
        var history = histories.Unswitched(treatedAs);
        var visitMonths = courses.VisitMonths(row);
        var weeks = design.Visits.Weeks;
        var threshold = uniforms.Exponential(StreamPurpose.Dropout, slot, 0);
        var rate = design.Dropout.RatePerMonth[data.Arms[patient]];
        var (hazard, month, pointsLost) = (0.0, 0.0, 0.0);
        var (dropout, rescue, openLabel) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        var seen = 0UL;
        for (var visit = 0; visit <= baseline; visit++)
        {
            seen |= 1UL << visit;
        }

        for (var visit = baseline + 1; visit < weeks.Count; visit++)
        {
            if (design.OpenLabel is { } open && weeks[visit] > open.AfterWeeks && rescue > plannedMonths && openLabel > plannedMonths)
            {
                openLabel = TrialTime.MonthsOfWeeks(open.AfterWeeks);
                history = hypothesis == Hypothesis.Null ? history : histories.OpenLabel(treatedAs);
            }

            var death = (double)courses.DeathMonths(history, row);
            var until = Math.Min(visitMonths[visit], death);
            var perMonth = rate * HazardRatio(pointsLost);
            var atEnd = hazard + (perMonth * Math.Max(0, until - month));
            if (atEnd >= threshold)
            {
                dropout = month + ((threshold - hazard) / perMonth);
                break;
            }

            if (death <= visitMonths[visit])
            {
                break;
            }

            (hazard, month) = (atEnd, until);
            if (uniforms.Uniform(StreamPurpose.MissedVisits, slot, (uint)visit) < design.Visits.MissedProbability)
            {
                data.MissedVisits++;
                continue;
            }

            seen |= 1UL << visit;
            pointsLost = PointsLost(candidate, history, visit);
            if (rescue > plannedMonths && openLabel > plannedMonths && HistoryCatalogue.CanRescue(design, visit) && NeedsRescue(candidate, history, visit, data.Sites[patient]))
            {
                rescue = TrialTime.MonthsOfWeeks(weeks[visit]);
                history = hypothesis == Hypothesis.Null ? history : histories.Rescued(treatedAs, visit);
            }
        }

        data.DropoutMonths[patient] = dropout;
        data.RescueMonths[patient] = rescue;
        data.OpenLabelMonths[patient] = openLabel < Math.Min(dropout, courses.DeathMonths(history, row)) ? openLabel : double.PositiveInfinity;
        data.DeathMonths[patient] = courses.DeathMonths(history, row);
        data.SymptomOnsetMonths[patient] = courses.SymptomOnsetMonths(history, row);
        Write(candidate, history, patient, seen, data);
    }

    private double HazardRatio(double pointsLost) => logHazardRatioPerPoint == 0 ? 1 : Math.Exp(logHazardRatioPerPoint * pointsLost);

    private double PointsLost(Candidate candidate, int history, int visit)
    {
        if (logHazardRatioPerPoint == 0)
        {
            return 0;
        }

        var scores = candidate.Courses.Values(history, candidate.Row, measures.PlaceOf(MeasureCatalogue.AlsfrsTotal));
        return (double)scores[baseline] - scores[visit];
    }

    private bool NeedsRescue(Candidate candidate, int history, int visit, int site)
    {
        foreach (var condition in design.Rescue!.When)
        {
            if (!condition.IsMetBy(reader.Value(candidate, history, visit, site, condition.Measure)))
            {
                return false;
            }
        }

        return true;
    }

    private static void Write(Candidate candidate, int history, int patient, ulong seen, TrialData data)
    {
        var (courses, row) = candidate;
        var months = courses.VisitMonths(row);
        for (var visit = 0; visit < data.Visits; visit++)
        {
            data.VisitMonths[(patient * data.Visits) + visit] = months[visit];
        }

        for (var place = 0; place < data.Measures.Numbers.Count; place++)
        {
            var to = data.Row(place, patient);
            TrialData.Copy(courses, row, history, place, to);
            for (var visit = 0; visit < to.Length; visit++)
            {
                if ((seen >> visit & 1) == 0)
                {
                    to[visit] = double.NaN;
                }
            }
        }
    }
}
