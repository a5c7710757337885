using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Analyses;

/// <summary>Events and censoring of one patient written down by hand: visits at months 0, 3, 6, 9, 12 with scores 40, 38, 36, 34, 32.</summary>
public sealed class EventReaderTests
{
    private const double Never = double.PositiveInfinity;

    private static readonly EventDefinition Death = TestDesigns.Death;
    private static readonly EventDefinition Rescue = new("rescue", false, true, false, []);
    private static readonly EventDefinition DeathOrRescue = new("deathOrRescue", true, true, false, []);
    private static readonly EventDefinition Onset = new("onset", false, false, true, []);
    private static readonly EventDefinition Lost5 = new("lost5", false, false, false, [new MeasureCondition(TestDesigns.Change, Comparison.AtMost, -5)]);
    private static readonly EventDefinition DeathOrLost5 = new("either", true, false, false, [new MeasureCondition(TestDesigns.Change, Comparison.AtMost, -5)]);

    [Fact]
    public void Death_is_the_event_and_leaving_ends_what_is_known()
    {
        Expect(Death, (7.5, true), death: 7.5);
        Expect(Death, (12, false));
        Expect(Death, (7, false), until: 7, death: 7.5);
        Expect(Death, (7.5, true), until: 7.5, death: 7.5);
        Expect(Death, (5, false), death: 7.5, dropout: 5);
    }

    [Fact]
    public void A_death_after_leaving_counts_where_vital_status_is_learnt_and_the_living_are_followed_as_long()
    {
        Expect(Death, (7.5, true), death: 7.5, dropout: 5, vitalStatus: true);
        Expect(Death, (12, false), dropout: 5, vitalStatus: true);
        Expect(Death, (7, false), until: 7, death: 7.5, dropout: 5, vitalStatus: true);
    }

    [Fact]
    public void Events_with_other_parts_end_at_leaving_for_death_too()
    {
        // Otherwise who dies after leaving would be followed longer than who does not.
        foreach (var vitalStatus in (bool[])[false, true])
        {
            Expect(DeathOrRescue, (5, false), death: 7.5, dropout: 5, vitalStatus: vitalStatus);
            Expect(DeathOrRescue, (5, false), dropout: 5, vitalStatus: vitalStatus);
            Expect(DeathOrLost5, (5, false), death: 7.5, dropout: 5, vitalStatus: vitalStatus);
        }

        Expect(DeathOrRescue, (4, true), death: 7.5, rescue: 4);
        Expect(DeathOrRescue, (7.5, true), death: 7.5, rescue: 9);
        Expect(DeathOrRescue, (3.5, false), until: 3.5, death: 7.5, rescue: 4);
    }

    [Fact]
    public void A_death_that_is_no_part_of_the_event_ends_follow_up()
    {
        Expect(Rescue, (7.5, false), death: 7.5);
        Expect(Rescue, (6, true), death: 7.5, rescue: 6);
        Expect(Rescue, (5, false), death: 7.5, dropout: 5, vitalStatus: true);
        Expect(Lost5, (4.5, false), death: 4.5);
    }

    [Fact]
    public void Symptom_onset_needs_life_and_presence_and_one_before_baseline_is_at_time_0()
    {
        Expect(Onset, (8, true), onset: 8);
        Expect(Onset, (0, true), onset: -3);
        Expect(Onset, (5, false), onset: 8, dropout: 5);
        Expect(Onset, (12, false), onset: Never);
        Expect(Onset, (7, false), until: 7, onset: 8);
    }

    [Fact]
    public void Conditions_are_met_at_the_first_visit_that_was_made_and_meets_all()
    {
        Expect(Lost5, (9, true));
        Expect(DeathOrLost5, (7.5, true), death: 7.5);
        Expect(Lost5, (12, true), missedVisit: 3);
        Expect(Lost5, (8.9, false), until: 8.9);
        Expect(Lost5, (9, true), until: 9);
        Expect(Lost5, (8, false), dropout: 8, missedVisit: 3);
        var both = Lost5 with { When = [.. Lost5.When, new MeasureCondition(TestDesigns.Total, Comparison.Below, 34)] };
        Expect(both, (12, true));
    }

    [Fact]
    public void Conditions_may_look_at_what_is_known_at_baseline()
    {
        var age = new TrialMeasure("ageYears", "years", MeasureSource.Baseline, (int)BaselineQuantity.AgeYears, false);
        MeasureCondition Old(double limit) => new(age, Comparison.AtLeast, limit);
        Expect(Lost5 with { When = [.. Lost5.When, Old(60)] }, (9, true));
        Expect(Lost5 with { When = [.. Lost5.When, Old(61)] }, (12, false));
    }

    private static void Expect(
        EventDefinition definition,
        (double Months, bool Event) expected,
        double until = 12,
        double death = Never,
        double dropout = Never,
        double rescue = Never,
        double onset = Never,
        bool vitalStatus = false,
        int? missedVisit = null)
    {
        var design = TestDesigns.Statistical(1, 4, TestDesigns.Declining, 0, 1, TestDesigns.Endpoint(AnalysisMethod.LogRank) with { Event = definition }) with
        {
            Dropout = new DropoutRule { RatePerMonth = [0, 0], VitalStatusKnown = vitalStatus },
        };
        design = design with { Endpoints = [.. design.Endpoints, TestDesigns.Endpoint(AnalysisMethod.TTest)] };
        var data = new TrialData(design, new TrialMeasures(design), 4);
        const int Patient = 2;
        for (var visit = 0; visit < 5; visit++)
        {
            data.VisitMonths[(Patient * 5) + visit] = 3 * visit;
            data.ValuesOf(MeasureCatalogue.AlsfrsTotal)[(Patient * 5) + visit] = visit == missedVisit || 3 * visit >= Math.Min(death, dropout) ? double.NaN : 40 - (2 * visit);
        }

        for (var covariate = 0; covariate < data.Covariates.Count; covariate++)
        {
            data.CovariateOf(covariate)[Patient] = 60;
        }

        (data.DeathMonths[Patient], data.DropoutMonths[Patient], data.RescueMonths[Patient]) = (death, dropout, rescue);
        (data.SymptomOnsetMonths[Patient], data.OpenLabelMonths[Patient]) = (onset, Never);
        Assert.Equal(expected, new EventReader(design, definition).Find(data, Patient, until));
    }
}
