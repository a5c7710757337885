using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Measures;

/// <summary>King's and MiToS stages of item sets worked out by hand, and screening samples.</summary>
public sealed unsafe class StageTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData("444444444444", 0, 0, 0)]
    [InlineData("344444444444", 1, 0, 0)]
    [InlineData("443444444444", 1, 0, 0)]
    [InlineData("444434444444", 1, 0, 0)]
    [InlineData("444444434444", 1, 0, 0)]
    [InlineData("444443344444", 0, 0, 0)]
    [InlineData("243444444444", 1, 0, 0)]
    [InlineData("344344444444", 2, 0, 0)]
    [InlineData("344344434444", 3, 0, 0)]
    [InlineData("444444444044", 4, 1, 1)]
    [InlineData("444444444144", 0, 1, 1)]
    [InlineData("444444444443", 4, 0, 0)]
    [InlineData("444444444442", 4, 1, 1)]
    [InlineData("441444444444", 4, 1, 1)]
    [InlineData("442444444444", 1, 0, 0)]
    [InlineData("144444444444", 1, 1, 0)]
    [InlineData("444144444444", 1, 1, 0)]
    [InlineData("144144444444", 2, 1, 1)]
    [InlineData("444441444444", 0, 1, 1)]
    [InlineData("444444414444", 1, 1, 1)]
    [InlineData("444441414444", 1, 1, 1)]
    [InlineData("000000000000", 4, 4, 4)]
    public void Stages_follow_their_rules(string items, int kings, int mitosEither, int mitosBoth)
    {
        foreach (var (needsBoth, mitos) in ((bool, int)[])[(false, mitosEither), (true, mitosBoth)])
        {
            var measures = TestPlans.Measures();
            var one = new OnePatient(null, measures with { FunctionScores = measures.FunctionScores with { MitosCommunicationNeedsBoth = needsBoth } });
            OnePatient.SetAll(one.After + one.Layout.Function, 0.5);
            one.Quiet();
            for (var item = 0; item < 12; item++)
            {
                // At function 0.5 the odds of the thresholds are 0.37, 1, 2.67 and 7.94; these lie between them.
                var odds = ((double[])[0.2, 0.6, 1.8, 5, 20])[items[item] - '0'];
                one.Noise.Items[item] = new Lane1((float)odds);
            }

            ClinicalVisit<Lane1>.Alsfrs(one.Measures, one.Patient, one.Noise, one.After + one.Layout.Function, one.Scores);
            ClinicalVisit<Lane1>.Stages(one.Measures, one.Scores);
            Assert.Equal(items, string.Concat(Enumerable.Range(0, 12).Select(item => one.At(64)[item].Value)));
            Assert.Equal((kings, mitos), (one.Scores.KingsStage.Value, one.Scores.MitosStage.Value));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Screening_reads_one_sample_an_interval_at_the_end_of_its_step()
    {
        // Interval of 4 steps, phase 0.3: samples at 1.2, 5.2, 9.2, ... are read at steps 2, 6, 10, ...
        var one = new OnePatient();
        one.Patient.ScreeningPhase = new Lane1(0.3f);
        var (noise, trigger) = (new Lane1(0.5f), new Lane1(MilestoneLanes<Lane1>.Never));
        var seen = new List<float>();
        for (var step = 0; step < 20; step++)
        {
            var (level, before) = (new Lane1(1001), new Lane1(MilestoneLanes<Lane1>.Never));
            NeurofilamentScreening<Lane1>.Read(one.Measures, one.Patient, step, 0.25f, 1000, &noise, &level, &before);
            seen.Add(before.Value < 1e6 ? before.Value : 0);
            level = new Lane1(step < 6 ? 999 : 1001);
            NeurofilamentScreening<Lane1>.Read(one.Measures, one.Patient, step, 0.25f, 1000, &noise, &level, &trigger);
        }

        Assert.Equal([2, 6, 10, 14, 18], seen.Where(step => step > 0));
        Assert.Equal(10, trigger.Value);
    }
}
