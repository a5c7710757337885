using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Cuts a trial's data at a calendar time and hands one endpoint what it sees of one active arm and the control.</summary>
internal sealed class AnalysisCut
{
    // A switch of treatment takes effect after the visit at whose time it happens, though both may differ by rounding.
    private const double SameMoment = 1e-6;

    private readonly TrialDesign design;
    private readonly Endpoint endpoint;
    private readonly EventReader? events;
    private readonly int baseline;
    private readonly double[] nominalMonths;
    private readonly int[] covariates;
    private readonly bool countsWhenDue;

    /// <summary>Prepares an endpoint.</summary>
    /// <param name="design">The design.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="covariates">Places of its covariates in the trial's data.</param>
    public AnalysisCut(TrialDesign design, Endpoint endpoint, IReadOnlyList<int> covariates)
    {
        (this.design, this.endpoint, this.covariates) = (design, endpoint, [.. covariates]);
        events = endpoint.Event is { } definition ? new EventReader(design, definition) : null;
        baseline = design.Visits.Baseline;
        countsWhenDue = endpoint.Responder.Count > 0 || endpoint.Analysis == AnalysisMethod.WorstRank;
        nominalMonths = [.. design.Visits.Weeks.Select(TrialTime.MonthsOfWeeks)];
    }

    /// <summary>Room for the endpoint's analyses.</summary>
    /// <param name="capacity">Largest number of patients.</param>
    public AnalysisInput NewInput(int capacity) => new(capacity, endpoint.Visit - baseline + 1, covariates.Length);

    /// <summary>Fills the input.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="patients">Number of patients that count, from the first randomised on.</param>
    /// <param name="arm">The active arm.</param>
    /// <param name="cutMonths">Calendar time of the analysis, months after the first site opened; infinite at the end.</param>
    /// <param name="input">Receives the data.</param>
    public void Fill(TrialData data, int patients, int arm, double cutMonths, AnalysisInput input)
    {
        input.Count = 0;
        for (var patient = 0; patient < patients; patient++)
        {
            var of = data.Arms[patient];
            var window = cutMonths - data.EntryMonths[patient];
            if ((of == 0 || of == arm) && window > 0 && (!countsWhenDue || IsDue(data, patient, window)))
            {
                Add(data, patient, of == 0 ? 0 : 1, window, input);
            }
        }
    }

    /// <summary>
    /// Responders and worst ranks are told among those whose visit lies behind them; to take the dead earlier than the survivors would make deaths count for more.
    /// </summary>
    private bool IsDue(TrialData data, int patient, double window) => data.VisitMonths[(patient * data.Visits) + endpoint.Visit] <= window;

    private void Add(TrialData data, int patient, int group, double window, AnalysisInput input)
    {
        var place = input.Count++;
        input.Group[place] = group;
        input.Strata[place] = data.Strata[patient];
        var leavesOut = endpoint.AfterRescue == RescueHandling.LeaveOut;
        var rescued = leavesOut ? data.RescueMonths[patient] : double.PositiveInfinity;
        var openly = leavesOut ? data.OpenLabelMonths[patient] : double.PositiveInfinity;
        var until = Math.Min(Math.Min(EndpointEvents.LastMonth(data, endpoint, patient), window), Math.Min(rescued, openly));
        if (events is not null)
        {
            (input.EventMonths[place], input.HasEvent[place]) = events.Find(data, patient, until);
        }

        if (endpoint.Measure is { } measure)
        {
            var happened = events is not null && input.HasEvent[place] ? input.EventMonths[place] : double.PositiveInfinity;
            AddMeasurements(data, patient, place, measure, Math.Min(window, Math.Min(rescued, happened) + SameMoment), openly, input);
        }

        for (var covariate = 0; covariate < covariates.Length; covariate++)
        {
            input.Covariates[(place * (covariates.Length + 1)) + covariate + 1] = data.CovariateOf(covariates[covariate])[patient];
        }

        if (endpoint.Responder.Count > 0)
        {
            input.Responder[place] = IsResponder(data, patient, Math.Min(window, rescued + SameMoment), openly);
        }
    }

    /// <summary>Measurements after the endpoint's own event, such as rescue, have no part in it. Open label begins by week, whenever in its window a visit falls.</summary>
    private void AddMeasurements(TrialData data, int patient, int place, TrialMeasure measure, double until, double openly, AnalysisInput input)
    {
        var row = data.ValuesOf(measure.Number).AsSpan(patient * data.Visits, data.Visits);
        var months = data.VisitMonths.AsSpan(patient * data.Visits, data.Visits);
        var values = input.Values.AsSpan(place * input.Visits, input.Visits);
        var times = input.Months.AsSpan(place * input.Visits, input.Visits);
        var changes = input.Changes.AsSpan(place * (input.Visits - 1), input.Visits - 1);

        // A death is known unless the patient left before.
        var death = design.Dropout.VitalStatusKnown || data.DeathMonths[patient] <= data.DropoutMonths[patient] ? data.DeathMonths[patient] : double.PositiveInfinity;
        for (var visit = 0; visit < values.Length; visit++)
        {
            var at = baseline + visit;
            times[visit] = months[at];
            var isPast = visit == 0 || (months[at] <= until && nominalMonths[at] <= openly + SameMoment);
            var value = endpoint.Deaths == DeathHandling.Zero && death <= months[at] ? 0 : row[at];
            values[visit] = !isPast ? double.NaN : endpoint.Logarithm ? Math.Log(value) : value;
            if (visit > 0)
            {
                changes[visit - 1] = values[visit] - values[0];
            }
        }

        input.Final[place] = values.Length > 1 ? changes[^1] : double.NaN;
        input.Covariates[place * (covariates.Length + 1)] = values[0];
    }

    private bool IsResponder(TrialData data, int patient, double until, double openly)
    {
        var month = data.VisitMonths[(patient * data.Visits) + endpoint.Visit];
        if (month > until || nominalMonths[endpoint.Visit] > openly + SameMoment)
        {
            return false;
        }

        foreach (var condition in endpoint.Responder)
        {
            if (!condition.IsMetBy(VisitValue.Of(data, patient, endpoint.Visit, condition.Measure)))
            {
                return false;
            }
        }

        return true;
    }
}
