using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Takes one randomised patient through the trial: treat, visit, drop out, rescue. One belongs to one thread.</summary>
/// <remarks>
/// Rescue is dated by the visit that leads to it. The history it goes on with was made for the visit's nominal day, so with visit windows the drug acts from that day
/// on; what is seen up to and at the visit itself is still that of the history before.
/// </remarks>
internal sealed class PatientConduct
{
    private const int NotSeen = -1;

    private readonly TrialDesign design;
    private readonly HistoryCatalogue histories;
    private readonly TrialMeasures measures;
    private readonly MeasureReader reader;
    private readonly int baseline;
    private readonly double logHazardRatioPerPoint;

    // By visit the history it was seen in; NotSeen for visits missed, or after dropout or death.
    private readonly int[] seenIn;

    public PatientConduct(TrialDesign design, HistoryCatalogue histories, TrialMeasures measures, MeasureReader reader)
    {
        (this.design, this.histories, this.measures, this.reader) = (design, histories, measures, reader);
        baseline = design.Visits.Baseline;
        seenIn = new int[design.Visits.Weeks.Count];
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
        data.Missed[patient] = 0;
        Array.Fill(seenIn, NotSeen);
        Array.Fill(seenIn, history, 0, baseline + 1);
        for (var visit = baseline + 1; visit < weeks.Count; visit++)
        {
            if (design.OpenLabel is { } open && weeks[visit] > open.AfterWeeks && IsOnArm(rescue, openLabel))
            {
                openLabel = TrialTime.MonthsOfWeeks(open.AfterWeeks);
                history = hypothesis == Hypothesis.Null ? history : histories.OpenLabel(treatedAs);
            }

            var death = DeathAfter(month, courses, history, row);
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
                data.Missed[patient]++;
                continue;
            }

            seenIn[visit] = history;
            pointsLost = PointsLost(candidate, history, visit);
            if (IsOnArm(rescue, openLabel) && HistoryCatalogue.CanRescue(design, visit) && NeedsRescue(candidate, history, visit, data.Sites[patient]))
            {
                rescue = visitMonths[visit];
                history = hypothesis == Hypothesis.Null ? history : histories.Rescued(treatedAs, visit);
            }
        }

        if (dropout <= openLabel && !double.IsPositiveInfinity(openLabel))
        {
            // Left in the interval in which open label begins, but before it: never treated openly.
            (openLabel, history) = (double.PositiveInfinity, histories.Unswitched(treatedAs));
        }

        var died = DeathAfter(month, courses, history, row);
        data.DropoutMonths[patient] = dropout;
        data.RescueMonths[patient] = rescue;
        data.OpenLabelMonths[patient] = openLabel < died ? openLabel : double.PositiveInfinity;
        data.DeathMonths[patient] = died;
        data.SymptomOnsetMonths[patient] = courses.SymptomOnsetMonths(history, row);
        Write(candidate, patient, data);
    }

    private static bool IsOnArm(double rescue, double openLabel) => double.IsPositiveInfinity(rescue) && double.IsPositiveInfinity(openLabel);

    /// <summary>
    /// Death in a history, for a patient seen alive at a month: within a visit window the history after a switch may differ from the one in which the visit took place.
    /// </summary>
    private static double DeathAfter(double month, CourseTable courses, int history, int row) => Math.Max(month, courses.DeathMonths(history, row));

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

    private void Write(Candidate candidate, int patient, TrialData data)
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
            for (var visit = 0; visit < to.Length; visit++)
            {
                to[visit] = seenIn[visit] == NotSeen ? double.NaN : courses.Values(seenIn[visit], row, place)[visit];
            }
        }
    }
}
