using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Summaries.Tests;

/// <summary>Fills a record patient by patient, plainly, so that expected values can be worked out from the listed courses.</summary>
internal sealed class TestRun
{
    private readonly RunPlan plan;
    private long added;

    public TestRun(RunPlan plan)
    {
        this.plan = plan;
        Record = new(new(new(plan.Disease), new(plan.MonthsBeforeOrigin, plan.HorizonMonths, plan.StepMonths), plan.Arms.Count, 200));
    }

    public RunRecord Record { get; }

    public RunSummary Summary => RunSummary.Of(Result, "1.2.3");

    public RunResult Result => new(plan, Record, 2);

    /// <summary>Adds a patient with a course for each arm.</summary>
    public TestRun Add(params TestCourse[] courses)
    {
        for (var arm = 0; arm < courses.Length; arm++)
        {
            Count(CourseMilestone.Death, arm, courses[arm].DeathMonths);
            Count(CourseMilestone.TreatmentStart, arm, courses[arm].StartMonths);
        }

        for (var month = 0; month < Record.Shape.Months; month++)
        {
            for (var arm = 0; arm < courses.Length; arm++)
            {
                Observe(courses[arm], arm, month);
            }

            foreach (var pair in Record.Pairs)
            {
                Compare(pair, courses[pair.Arm], courses[pair.Against], month);
            }
        }

        Record.Patients++;
        added++;
        return this;
    }

    /// <summary>Adds the same patient several times.</summary>
    public TestRun Add(int times, params TestCourse[] courses)
    {
        for (var i = 0; i < times; i++)
        {
            Add(courses);
        }

        return this;
    }

    private void Count(CourseMilestone milestone, int arm, double? months)
    {
        if (months is { } at)
        {
            Record.Arms[arm].Milestones[(int)milestone].Add((int)Math.Round(at / plan.StepMonths));
        }
    }

    private bool Alive(TestCourse course, int month) => !(course.DeathMonths <= Record.Shape.Grid.Months[month]);

    private long Fixed(TestCourse course, int month, int measure) =>
        (long)Math.Round(course.Value(Record.Shape.Grid.Months[month], measure) * Record.Shape.Catalogue.Observed[measure].Scale);

    private void Observe(TestCourse course, int arm, int month)
    {
        if (!Alive(course, month))
        {
            return;
        }

        var record = Record.Arms[arm];
        record.Alive[month]++;
        for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
        {
            var value = Fixed(course, month, measure);
            var cell = (month * MeasureCatalogue.Count) + measure;
            record.Sums[cell] += value;
            record.SumsOfSquares[cell] += value * value;
            var number = (float)course.Value(Record.Shape.Grid.Months[month], measure);
            var bin = Record.Shape.Catalogue.Observed[measure].Bins.BinOf(number);
            record.Histograms[(month * Record.Shape.HistogramLength) + Record.Shape.HistogramOffsets[measure] + bin]++;
            if (added < RecordShape.ExamplePatients)
            {
                Record.Examples[Record.ExampleIndex(added, arm, month) + measure] = number;
            }
        }
    }

    private void Compare(PairRecord pair, TestCourse arm, TestCourse against, int month)
    {
        for (var i = 0; i < Record.Shape.Contrasts; i++)
        {
            var contrast = Record.Shape.Catalogue.Contrasts[i];
            if (contrast.Kind == ContrastKind.BothAlive && !(Alive(arm, month) && Alive(against, month)))
            {
                continue;
            }

            long Counted(TestCourse course) => !Alive(course, month) ? 0 : contrast.Kind == ContrastKind.Alive ? 1 : Fixed(course, month, contrast.Source);

            var difference = Counted(arm) - Counted(against);
            var cell = (month * Record.Shape.Contrasts) + i;
            pair.Counts[cell]++;
            pair.Sums[cell] += difference;
            pair.SumsOfSquares[cell] += difference * difference;
        }
    }
}
