using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Tests.Conduct;

public sealed class HistoryCatalogueTests
{
    private static readonly MeasureCondition[] Always = [new(TestDesigns.Total, Comparison.AtLeast, 0)];

    [Fact]
    public void Without_rescue_or_open_label_there_is_one_history_a_model_arm()
    {
        var design = TrialRuns.Lines(701, 10) with
        {
            Arms = [new("placebo", 0, 1), new("active", 1, 1), new("active again", 1, 1)],
            Dropout = new DropoutRule { RatePerMonth = [0, 0, 0] },
        };
        var catalogue = new HistoryCatalogue(design);
        Assert.Equal([TreatmentHistory.Of(0), TreatmentHistory.Of(1)], catalogue.Histories);
        Assert.Equal(catalogue.Unswitched(1), catalogue.Unswitched(2));
    }

    [Fact]
    public void Rescue_and_open_label_add_the_histories_they_can_bring_about_and_no_others()
    {
        // Visits in weeks 0, 13, 26, 39, 52. Rescue from day 100: weeks 26 and 39; in week 52 everybody is treated openly already, from week 40 on.
        var design = TrialRuns.Lines(702, 10) with
        {
            Arms = [new("placebo", 0, 1), new("active", 1, 1), new("active again", 1, 1)],
            Dropout = new DropoutRule { RatePerMonth = [0, 0, 0] },
            Rescue = new RescueRule(100, Always, 2),
            OpenLabel = new OpenLabelRule(40, 1),
        };
        var catalogue = new HistoryCatalogue(design);
        TreatmentHistory At(double week) => new(0, 1, week * 7 / 30.4375);
        Assert.Equal([TreatmentHistory.Of(0), TreatmentHistory.Of(1), At(26), At(39), At(40)], catalogue.Histories);
        Assert.Equal(At(26), catalogue.Histories[catalogue.Rescued(0, 2)]);
        Assert.Equal(At(39), catalogue.Histories[catalogue.Rescued(0, 3)]);
        Assert.Equal(At(40), catalogue.Histories[catalogue.OpenLabel(0)]);
        foreach (var arm in (int[])[1, 2])
        {
            // A switch to the same model arm is no switch.
            Assert.Equal(catalogue.Unswitched(arm), catalogue.Rescued(arm, 2));
            Assert.Equal(catalogue.Unswitched(arm), catalogue.OpenLabel(arm));
        }
    }

    [Theory]
    [InlineData(0, new[] { 1, 2, 3, 4 })]
    [InlineData(91, new[] { 1, 2, 3, 4 })]
    [InlineData(91.01, new[] { 2, 3, 4 })]
    [InlineData(364, new[] { 4 })]
    [InlineData(365, new int[0])]
    public void A_visit_can_lead_to_rescue_from_the_day_stated_on(double fromDay, int[] visits)
    {
        var design = TrialRuns.Lines(703, 10) with { Rescue = new RescueRule(fromDay, Always, 1) };
        Assert.Equal(visits, Enumerable.Range(0, 5).Where(visit => HistoryCatalogue.CanRescue(design, visit)));
    }

    [Fact]
    public void Rescue_in_the_week_before_which_open_label_begins_stays_possible()
    {
        var design = TrialRuns.Lines(704, 10) with { Rescue = new RescueRule(0, Always, 1), OpenLabel = new OpenLabelRule(26, 1) };
        Assert.Equal([1, 2], Enumerable.Range(0, 5).Where(visit => HistoryCatalogue.CanRescue(design, visit)));
        Assert.Equal(4, new HistoryCatalogue(design).Histories.Count);
    }
}
