using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Finds a patient's event, or the time until which it is known that there was none.</summary>
internal sealed class EventReader
{
    // A visit at the very time of a cut or a switch counts, though both may differ by rounding.
    private const double SameMoment = 1e-6;

    private readonly EventDefinition definition;
    private readonly TrialDesign design;

    /// <summary>Prepares an event.</summary>
    /// <param name="design">The design.</param>
    /// <param name="definition">What counts as the event.</param>
    public EventReader(TrialDesign design, EventDefinition definition)
    {
        (this.design, this.definition) = (design, definition);
    }

    /// <summary>The event of a patient.</summary>
    /// <param name="data">The trial.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="until">Months from randomisation up to which the data reach: the cut, the end of follow-up, or a switch of treatment that ends it.</param>
    /// <returns>Time of the event, or of the end of what is known.</returns>
    public (double Months, bool Event) Find(TrialData data, int patient, double until)
    {
        // What needs the patient's presence is seen up to dropout; a death may be learnt of later. Where both make up the event everything ends at dropout: to count
        // the later deaths, but not to follow the survivors as long, would take the risk for too high.
        var present = Math.Min(until, data.DropoutMonths[patient]);
        var onlyDeath = !definition.Rescue && !definition.SymptomOnset && definition.When.Count == 0;
        var deathKnown = design.Dropout.VitalStatusKnown && onlyDeath ? until : present;
        var death = data.DeathMonths[patient];
        var first = double.PositiveInfinity;
        if (definition.Death && death <= deathKnown)
        {
            first = death;
        }

        if (definition.Rescue && data.RescueMonths[patient] <= present)
        {
            first = Math.Min(first, data.RescueMonths[patient]);
        }

        if (definition.SymptomOnset && data.SymptomOnsetMonths[patient] <= Math.Min(present, death))
        {
            first = Math.Min(first, Math.Max(0, data.SymptomOnsetMonths[patient]));
        }

        if (definition.When.Count > 0)
        {
            first = Math.Min(first, FirstVisitThatMeets(data, patient, present));
        }

        if (first < double.PositiveInfinity)
        {
            return (first, true);
        }

        return (definition.Death ? deathKnown : Math.Min(present, death), false);
    }

    private double FirstVisitThatMeets(TrialData data, int patient, double present)
    {
        for (var visit = design.Visits.Baseline + 1; visit < data.Visits; visit++)
        {
            var month = data.VisitMonths[(patient * data.Visits) + visit];
            if (month > present + SameMoment)
            {
                break;
            }

            if (MeetsAll(data, patient, visit))
            {
                return month;
            }
        }

        return double.PositiveInfinity;
    }

    private bool MeetsAll(TrialData data, int patient, int visit)
    {
        for (var i = 0; i < definition.When.Count; i++)
        {
            if (!definition.When[i].IsMetBy(VisitValue.Of(data, patient, visit, definition.When[i].Measure)))
            {
                return false;
            }
        }

        return true;
    }
}
