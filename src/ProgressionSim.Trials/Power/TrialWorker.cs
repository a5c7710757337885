using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>Runs and analyses trials of a design on one thread: conduct, looks, decision, all endpoints at the deciding analysis.</summary>
internal sealed class TrialWorker : IDisposable
{
    // Months: a visit at the very time of a cut counts, though both may differ by rounding.
    private const double SameMoment = 1e-6;

    private readonly TrialDesign design;
    private readonly TrialConductor conductor;
    private readonly TrialData data;
    private readonly LookBounds bounds;
    private readonly EndpointAnalyser[] analysers;
    private readonly double plannedMonths;
    private readonly double[] completions;
    private readonly double[] z;
    private readonly AnalysisOutcome[] primary;
    private readonly bool primaryOnly;

    /// <summary>Prepares.</summary>
    /// <param name="design">The design.</param>
    /// <param name="conductor">Runs its trials; belongs to the worker from now on.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="bounds">Its boundaries.</param>
    /// <param name="capacity">Largest number of patients.</param>
    /// <param name="primaryOnly">True when only the primary endpoint is analysed.</param>
    public TrialWorker(TrialDesign design, TrialConductor conductor, TrialMeasures measures, LookBounds bounds, int capacity, bool primaryOnly)
    {
        (this.design, this.conductor, this.bounds, this.primaryOnly) = (design, conductor, bounds, primaryOnly);
        data = new TrialData(design, measures, capacity);
        analysers = [.. design.Endpoints.Select(endpoint => new EndpointAnalyser(design, endpoint, data))];
        plannedMonths = TrialTime.MonthsOfWeeks(design.Visits.LastWeek);
        completions = new double[capacity];
        z = new double[design.Arms.Count - 1];
        primary = new AnalysisOutcome[design.Arms.Count - 1];
    }

    /// <summary>Runs one trial.</summary>
    /// <param name="replicate">Its number.</param>
    /// <param name="patients">Planned patients.</param>
    /// <param name="hypothesis">What it is run under.</param>
    /// <param name="to">Receives what it found.</param>
    /// <param name="row">Where.</param>
    public void Run(uint replicate, int patients, Hypothesis hypothesis, TrialOutcomes to, int row)
    {
        var most = design.Reestimation is { } rule ? Math.Max(patients, rule.MaximumPatients) : patients;
        conductor.Run(replicate, most, hypothesis, data);
        var planned = design.Reestimation is null ? data.Patients : Reestimate(patients);
        Order(planned);
        for (var look = 0; look < bounds.Fractions.Count; look++)
        {
            var isLast = look == bounds.Fractions.Count - 1;
            var month = LookMonth(bounds.Fractions[look], planned);
            var cut = isLast ? double.PositiveInfinity : month + SameMoment;
            AnalysePrimary(planned, cut);
            to.LookMonths[look][row] = month;
            to.LookRandomised[look][row] = Entered(planned, month);
            if (bounds.Decide(look, z) is { } decision)
            {
                (to.Decisions[row], to.LastLooks[row], to.DurationMonths[row]) = (decision, look, month);
                Skip(to, row, look + 1);
                AnalyseAll(planned, cut, to, row);
                Count(planned, cut, to, row);
                break;
            }
        }

        to.RanOut[row] = data.RanOutOfCandidates;
    }

    public void Dispose() => conductor.Dispose();

    private static void Skip(TrialOutcomes to, int row, int from)
    {
        for (var look = from; look < to.LookMonths.Length; look++)
        {
            (to.LookMonths[look][row], to.LookRandomised[look][row]) = (double.NaN, double.NaN);
        }
    }

    /// <summary>Sorts the months at which patients complete follow-up, die or leave.</summary>
    private void Order(int patients)
    {
        for (var patient = 0; patient < patients; patient++)
        {
            completions[patient] = data.EntryMonths[patient] + Math.Min(End(patient), Math.Min(data.DeathMonths[patient], data.DropoutMonths[patient]));
        }

        Array.Sort(completions, 0, patients);
    }

    /// <summary>End of a patient's planned follow-up, months from randomisation.</summary>
    private double End(int patient) => Math.Max(plannedMonths, data.VisitMonths[(patient * data.Visits) + data.Visits - 1]);

    private double LookMonth(double fraction, int patients) => patients == 0 ? 0 : completions[Math.Clamp((int)Math.Ceiling((fraction * patients) - 1e-9), 1, patients) - 1];

    /// <summary>Entry times rise, so those who entered by a month are the first ones.</summary>
    private int Entered(int patients, double month)
    {
        var found = Array.BinarySearch(data.EntryMonths, 0, patients, month);
        return found < 0 ? ~found : found;
    }

    private void AnalysePrimary(int patients, double cut)
    {
        for (var arm = 1; arm < design.Arms.Count; arm++)
        {
            primary[arm - 1] = analysers[design.Primary].Analyse(data, patients, arm, cut);
            z[arm - 1] = primary[arm - 1].Z;
        }
    }

    /// <summary>All endpoints at the look that was decided on, whose primary analysis is at hand.</summary>
    private void AnalyseAll(int patients, double cut, TrialOutcomes to, int row)
    {
        var actives = design.Arms.Count - 1;
        for (var endpoint = 0; endpoint < analysers.Length; endpoint++)
        {
            if (primaryOnly && endpoint != design.Primary)
            {
                continue;
            }

            for (var arm = 1; arm <= actives; arm++)
            {
                var comparison = (endpoint * actives) + arm - 1;
                var outcome = endpoint == design.Primary ? primary[arm - 1] : analysers[endpoint].Analyse(data, patients, arm, cut);
                to.Effects[comparison][row] = outcome.Effect;
                to.StandardErrors[comparison][row] = outcome.StandardError;
                to.HalfWidths[comparison][row] = analysers[endpoint].HalfWidth(outcome);
                to.Z[comparison][row] = outcome.Z;
                to.Statuses[comparison][row] = outcome.Status;
                to.FellBack[comparison][row] = outcome.FellBack;
            }
        }
    }

    private void Count(int patients, double cut, TrialOutcomes to, int row)
    {
        var entered = double.IsPositiveInfinity(cut) ? patients : Entered(patients, cut);
        to.Randomised[row] = entered;
        to.Screened[row] = entered == 0 ? data.Screened : data.ScreenedUpTo[entered - 1];
        to.MissedVisits[row] = 0;
        to.RecruitmentMonths[row] = entered == 0 ? 0 : data.EntryMonths[entered - 1];
        for (var arm = 0; arm < design.Arms.Count; arm++)
        {
            (to.ArmRandomised[arm][row], to.ArmDeaths[arm][row], to.ArmDropouts[arm][row], to.ArmRescued[arm][row]) = (0, 0, 0, 0);
        }

        for (var patient = 0; patient < entered; patient++)
        {
            var arm = data.Arms[patient];
            var seen = Math.Min(End(patient), cut - data.EntryMonths[patient]);
            to.MissedVisits[row] += data.Missed[patient];
            to.ArmRandomised[arm][row]++;
            to.ArmDeaths[arm][row] += data.DeathMonths[patient] <= Math.Min(seen, data.DropoutMonths[patient]) ? 1 : 0;
            to.ArmDropouts[arm][row] += data.DropoutMonths[patient] <= seen ? 1 : 0;
            to.ArmRescued[arm][row] += data.RescueMonths[patient] <= seen ? 1 : 0;
        }
    }

    /// <summary>
    /// Blinded: the pooled standard deviation of the primary measure's change among all patients seen so far, against the planned one. The pooled variance holds a
    /// quarter of the squared effect too, which errs towards more patients.
    /// </summary>
    private int Reestimate(int patients)
    {
        var rule = design.Reestimation!;
        var known = Math.Min(patients, data.Patients);
        Order(known);
        var cut = LookMonth(rule.AtFraction, known) + SameMoment;
        var sd = analysers[design.Primary].PooledSdOfChange(data, known, cut);
        if (double.IsNaN(sd))
        {
            return known;
        }

        var ratio = sd / rule.PlannedSd;
        var wanted = (int)Math.Ceiling(Math.Min(patients * ratio * ratio, rule.MaximumPatients));
        return Math.Clamp(wanted, known, data.Patients);
    }
}
