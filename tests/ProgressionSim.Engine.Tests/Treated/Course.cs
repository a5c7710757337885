using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>One patient's course in one arm, step by step.</summary>
internal sealed record Course
{
    public required PathLayout Layout { get; init; }

    public required float[][] Rows { get; init; }

    public required int Origin { get; init; }

    public required float Start { get; init; }

    public required bool Clamped { get; init; }

    public required float ElectromyographicChange { get; init; }

    public required float NeurofilamentRise { get; init; }

    public required float SymptomOnset { get; init; }

    public required float Death { get; init; }

    /// <summary>Runs every arm of one patient.</summary>
    public static Course[] Of(RunPlan plan, uint patient = 0) => Of<BinomialTransitions<Lane1>>(plan, patient);

    /// <summary>Runs every arm of one patient with a sampler of choice.</summary>
    public static Course[] Of<TSampler>(RunPlan plan, uint patient = 0)
        where TSampler : ITransitionSampler<Lane1>
    {
        using var runner = new CourseRunner<Lane1, TSampler>(plan, Simulation.ShapeOf(plan).Grid.LastStep);
        runner.Batch.Draw(patient, 1);
        runner.Begin(0);
        return [.. Enumerable.Range(0, plan.Arms.Count).Select(arm => Copy(runner, runner.RunArm(arm)))];
    }

    /// <summary>Sum of a region's pools in a state.</summary>
    public double Count(int step, int state, int region)
    {
        var sum = 0.0;
        for (var pool = region; pool < Layout.Pools; pool += 4)
        {
            sum += Rows[step][state + pool];
        }

        return sum;
    }

    /// <summary>A value between steps, interpolated.</summary>
    public static double At(double step, Func<int, double> value)
    {
        var whole = (int)Math.Floor(step);
        return value(whole) + ((step - whole) * (value(whole + 1) - value(whole)));
    }

    /// <summary>First step at which a condition on the row holds; null for never.</summary>
    public int? First(Func<int, bool> condition)
    {
        for (var step = 0; step < Rows.Length; step++)
        {
            if (condition(step))
            {
                return step;
            }
        }

        return null;
    }

    private static Course Copy<TSampler>(CourseRunner<Lane1, TSampler> runner, PatientPath<Lane1> path)
        where TSampler : ITransitionSampler<Lane1> => new()
        {
            Layout = path.Layout,
            Rows = [.. Enumerable.Range(0, path.LastRow + 1).Select(step => Enumerable.Range(0, path.Layout.Length).Select(entry => path.Value(step, entry, 0)).ToArray())],
            Origin = runner.Origins[0],
            Start = runner.FirstStarts[0],
            Clamped = runner.Clamped[0],
            ElectromyographicChange = path.Milestones.ElectromyographicChange.Value,
            NeurofilamentRise = path.Milestones.NeurofilamentRise.Value,
            SymptomOnset = path.Milestones.SymptomOnset.Value,
            Death = path.Milestones.Death.Value,
        };
}
