using System.Numerics;
using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Courses;

/// <summary>Looks at paths at the patients' visits and writes what they show to a table.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class CourseObserver<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly VisitSchedule schedule;
    private readonly double stepDays;
    private readonly double stepMonths;
    private readonly int lastStep;
    private readonly int[] measures;
    private readonly float[] valuePerCount;
    private readonly VisitNoiseSource<T> noise;
    private readonly VisitTimes<T> times;
    private readonly PathInterpolation<T> interpolation;
    private readonly VisitMeasurements<T> visit;

    // [measure][visit]
    private readonly LaneBuffer<T> values;

    // By lane: visits in life, which are the first ones.
    private readonly int[] lived = new int[T.Count];

    public CourseObserver(CoursePlan plan, VisitSchedule schedule, DiseaseConstants disease, MeasureConstants constants)
    {
        this.schedule = schedule;
        (stepDays, stepMonths) = (plan.Run.StepDays, plan.Run.StepMonths);
        lastStep = (int)Math.Floor(plan.FollowUpDays / stepDays);
        measures = [.. plan.Measures];
        var selection = new MeasureSelection(new MeasureCatalogue(plan.Run.Disease), measures);
        valuePerCount = [.. measures.Select(measure => 1f / selection.Catalogue.Observed[measure].Scale)];
        noise = new VisitNoiseSource<T>(plan.Run, selection, schedule.Keys);
        times = new VisitTimes<T>(schedule.Count);
        visit = new VisitMeasurements<T>(selection, disease, constants);
        interpolation = new PathInterpolation<T>(times, disease, visit.Entries());
        values = new LaneBuffer<T>(measures.Length * schedule.Count);
        for (var lane = 0; lane < T.Count; lane++)
        {
            SetTimes(lane, 0, []);
        }
    }

    /// <summary>Starts a block: writes when its patients with an origin are seen.</summary>
    public void Begin(PatientBlock<T> block, uint analysed, CourseTable table)
    {
        noise.Begin(block);
        for (var lanes = analysed; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            SetTimes(lane, block.Patients[lane], table.WriteVisitMonths((int)(block.Patients[lane] - table.FirstPatient)));
        }
    }

    /// <summary>Observes a history.</summary>
    /// <param name="history">Number of the history.</param>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths in the history.</param>
    /// <param name="twin">Their untreated twins' paths.</param>
    /// <param name="firstStarts">By lane: first treatment start of the history, steps.</param>
    /// <param name="clamped">By lane: a start was put off to biological onset.</param>
    /// <param name="origins">By lane: step of the origin.</param>
    /// <param name="analysed">Bit of each lane whose patient has an origin and counts.</param>
    /// <param name="table">Receives values and milestones.</param>
    public void Observe(
        int history,
        PatientBlock<T> block,
        PatientPath<T> path,
        PatientPath<T> twin,
        ReadOnlySpan<float> firstStarts,
        ReadOnlySpan<bool> clamped,
        ReadOnlySpan<int> origins,
        uint analysed,
        CourseTable table)
    {
        var visits = CountLived(path, origins, analysed);
        interpolation.Run(block, path, twin, firstStarts, origins, visits);
        for (var number = 0; number < visits; number++)
        {
            visit.Take(block.Lanes, noise.At(block, number), interpolation.State(number));
            Keep(number);
        }

        for (var lanes = analysed; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var patient = (int)(block.Patients[lane] - table.FirstPatient);
            for (var i = 0; i < measures.Length; i++)
            {
                Copy(i, lane, table.WriteValues(history, patient, i));
            }

            WriteMilestones(history, patient, path.Milestones, firstStarts[lane], clamped[lane], origins[lane], lane, table);
        }
    }

    public void Dispose()
    {
        noise.Dispose();
        times.Dispose();
        interpolation.Dispose();
        visit.Dispose();
        values.Dispose();
    }

    private void SetTimes(int lane, uint patient, Span<float> months)
    {
        for (var number = 0; number < schedule.Count; number++)
        {
            var days = schedule.Days(number, patient);
            var steps = days / stepDays;
            var whole = Math.Floor(steps);
            times.Set(number, lane, (int)whole, (float)(steps - whole));
            if (!months.IsEmpty)
            {
                months[number] = (float)(days / RunPlan.DaysPerMonth);
            }
        }
    }

    /// <summary>Counts the visits of each lane in life: a death at the end of step d is alive until then.</summary>
    /// <returns>Their largest number.</returns>
    private int CountLived(PatientPath<T> path, ReadOnlySpan<int> origins, uint analysed)
    {
        var most = 0;
        for (var lanes = analysed; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var death = LaneAccess.Get(ref path.Milestones.Death, lane);
            var count = 0;
            while (count < schedule.Count && (float)origins[lane] + times.Steps(count)[lane] + ((float*)times.Fractions(count))[lane] < death)
            {
                count++;
            }

            lived[lane] = count;
            most = Math.Max(most, count);
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Keep(int number)
    {
        for (var i = 0; i < measures.Length; i++)
        {
            values.Start[(i * schedule.Count) + number] = visit.Cells[measures[i]] * T.Of(valuePerCount[i]);
        }
    }

    private void Copy(int measure, int lane, Span<float> to)
    {
        var from = (float*)(values.Start + (measure * schedule.Count)) + lane;
        for (var number = 0; number < lived[lane]; number++)
        {
            to[number] = from[number * T.Count];
        }

        to[lived[lane]..].Fill(float.NaN);
    }

    private void WriteMilestones(int history, int patient, MilestoneLanes<T> milestones, float firstStart, bool clamped, int origin, int lane, CourseTable table)
    {
        var death = LaneAccess.Get(ref milestones.Death, lane);
        var end = Math.Min(death, origin + lastStep);
        float Months(float step) => step <= end ? (float)((step - origin) * stepMonths) : float.PositiveInfinity;
        table.SetMilestones(history, patient, Months(death), Months(LaneAccess.Get(ref milestones.SymptomOnset, lane)), Months(firstStart), clamped);
        table.SetFirstSigns(
            history, patient, Months(LaneAccess.Get(ref milestones.ElectromyographicChange, lane)), Months(LaneAccess.Get(ref milestones.NeurofilamentRise, lane)));
    }
}
