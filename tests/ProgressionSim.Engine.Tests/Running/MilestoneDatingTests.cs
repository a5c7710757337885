using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Tests.Treated;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>Dates in the record against the patients' paths and the scores seen month by month.</summary>
public sealed class MilestoneDatingTests
{
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Stages_are_dated_at_the_first_visit_that_shows_them()
    {
        var record = Simulation.Run(TestRuns.Rich(RecordShape.ExamplePatients, 2201)).Record;
        var dated = 0L;
        for (var arm = 0; arm < record.Arms.Length; arm++)
        {
            foreach (var (first, measure) in ((CourseMilestone, int)[])[(CourseMilestone.KingsStage1, MeasureCatalogue.KingsStage), (CourseMilestone.MitosStage1, MeasureCatalogue.MitosStage)])
            {
                for (var stage = 1; stage <= 4; stage++)
                {
                    var expected = new StepHistogram(record.Shape.FirstStep, record.Shape.LastStep);
                    for (var patient = 0; patient < RecordShape.ExamplePatients; patient++)
                    {
                        // Visits count from the report origin on, whatever months are shown before it.
                        var months = record.Shape.Grid.Months;
                        var month = Array.FindIndex(months, m => m >= 0 && record.Example(patient, arm, m - months[0], measure) >= stage);
                        if (month >= 0)
                        {
                            expected.Add((int)Math.Ceiling((months[month] / record.Shape.Grid.StepMonths) - 1e-6));
                        }
                    }

                    Assert.Equal(expected.Counts.ToArray(), record.Arms[arm].Milestones[(int)first + stage - 1].Counts.ToArray());
                    dated += expected.Total;
                }
            }
        }

        Assert.True(dated > 100, $"{dated}");
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Crossings_are_dated_from_the_origin_in_life_and_within_the_follow_up()
    {
        var plan = TestRuns.Rich(1, 2202);
        var shape = Simulation.ShapeOf(plan);
        var end = shape.Grid.Steps[^1];
        for (uint patient = 0; patient < 40; patient++)
        {
            var courses = Course.Of(plan, patient);
            using var worker = new SimulationWorker<Model.Lanes.Lane1, Engine.Sampling.BinomialTransitions<Model.Lanes.Lane1>>(plan, shape);
            worker.Simulate(patient, 1);
            for (var arm = 0; arm < courses.Length && courses[0].Origin >= 0; arm++)
            {
                var (course, milestones) = (courses[arm], worker.Record.Arms[arm].Milestones);
                foreach (var (milestone, step) in ((CourseMilestone, float)[])
                    [
                        (CourseMilestone.ElectromyographicChange, course.ElectromyographicChange),
                        (CourseMilestone.NeurofilamentRise, course.NeurofilamentRise),
                        (CourseMilestone.SymptomOnset, course.SymptomOnset),
                        (CourseMilestone.Death, course.Death),
                        (CourseMilestone.TreatmentStart, MathF.Round(course.Start)),
                    ])
                {
                    var (since, histogram) = ((int)Math.Min(step, 1e6f) - course.Origin, milestones[(int)milestone]);
                    var exact = milestone == CourseMilestone.TreatmentStart ? course.Start : step;
                    if (exact <= course.Origin + end && exact <= course.Death)
                    {
                        Assert.Equal(Math.Max(since, histogram.FirstStep), histogram.Quantile(1));
                    }
                    else
                    {
                        Assert.Equal(0, histogram.Total);
                    }
                }

                // Alive at exactly the months before the death.
                var alive = shape.Grid.Months.Count(month => course.Origin + (month / plan.StepMonths) < course.Death);
                Assert.Equal(alive, worker.Record.Arms[arm].Alive.Sum());
            }
        }
    }
}
