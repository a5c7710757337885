using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>The events of an endpoint as its analysis sees them when the trial is over, for tables and curves of a single trial.</summary>
public static class EndpointEvents
{
    /// <summary>The event of a patient, or the time until which it is known that there was none.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="endpoint">An endpoint of the trial's design that has an event.</param>
    /// <param name="patient">The patient, from 0.</param>
    /// <returns>
    /// Months from randomisation, at least 0; true for the event, false for the end of what is known: the visit looked at, dropout, death that is no part of the event, or,
    /// where the endpoint leaves out what follows it, the switch of treatment.
    /// </returns>
    /// <exception cref="ArgumentException">The endpoint has no event.</exception>
    public static (double Months, bool Event) Of(TrialData data, Endpoint endpoint, int patient)
    {
        var definition = endpoint.Event ?? throw new ArgumentException($"The endpoint \"{endpoint.Name}\" has no event.", nameof(endpoint));
        var switched = endpoint.AfterRescue == RescueHandling.LeaveOut ? Math.Min(data.RescueMonths[patient], data.OpenLabelMonths[patient]) : double.PositiveInfinity;
        return new EventReader(data.Design, definition).Find(data, patient, Math.Min(LastMonth(data, endpoint, patient), switched));
    }

    /// <summary>Up to when a patient is followed for an endpoint: the planned time of its visit, or the visit itself when that falls later in its window.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="patient">The patient, from 0.</param>
    /// <returns>Months from randomisation.</returns>
    internal static double LastMonth(TrialData data, Endpoint endpoint, int patient) =>
        Math.Max(TrialTime.MonthsOfWeeks(data.Design.Visits.Weeks[endpoint.Visit]), data.VisitMonths[(patient * data.Visits) + endpoint.Visit]);
}
