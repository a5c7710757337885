using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Patients;

/// <summary>Candidates of a statistical generator.</summary>
/// <remarks>
/// A candidate's class, line, noise and threshold of cumulative hazard are the same in every history: the histories are twins. The score is
/// y = b0 + b1 t + noise, plus the integral over time since randomisation of the slope difference of the arm given; death comes when
/// the integral of rho t^(rho - 1) exp(g0 + alpha m(t)) HR reaches the threshold, with m the line and its change but neither noise nor limits, and HR of the arm given.
/// Noise is addressed by the visit's nominal day. What statistical candidates do not have is NaN: quantities, symptom onset, measures other than the score,
/// months from biological onset. The subgroup is the class. Model arms other than the first count as treated. Stateless, so thread-safe.
/// </remarks>
internal sealed class StatisticalSource : IPatientSource
{
    private const int ChunkCandidates = 1024;

    // Addresses within the stream; visits lie above.
    private const uint Patient = 0;
    private const uint ClassAndThreshold = 0;
    private const uint Line = 1;

    private readonly CandidatePlan plan;
    private readonly StatisticalPatients patients;
    private readonly StatisticalVisits visits;
    private readonly RandomStream stream;
    private readonly double[] classEnds;
    private readonly double[] independentShares;
    private readonly ClassCourse[][] courses;
    private readonly double followUpMonths;

    /// <summary>Prepares a plan.</summary>
    /// <param name="plan">A plan of <see cref="StatisticalPatients"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="PatientSources.Create"/>.</exception>
    public StatisticalSource(CandidatePlan plan)
    {
        this.plan = plan;
        patients = (StatisticalPatients)plan.Model;
        StatisticalChecks.Check(patients, plan.Histories);
        visits = new StatisticalVisits(plan);
        stream = new RandomStream(plan.Seed, StreamPurpose.Generator);
        followUpMonths = plan.FollowUpDays / RunPlan.DaysPerMonth;
        classEnds = new double[patients.Classes.Count];
        var end = 0.0;
        for (var number = 0; number < classEnds.Length; number++)
        {
            classEnds[number] = end += patients.Classes[number].Share;
        }

        independentShares = [.. patients.Classes.Select(kind => Math.Sqrt(1 - (kind.Correlation * kind.Correlation)))];
        courses =
        [
            .. patients.Classes.Select((kind, number) =>
                plan.Histories.Select(history => new ClassCourse(kind, number, patients.Effects, history, followUpMonths)).ToArray()),
        ];
    }

    /// <inheritdoc/>
    public void Fill(uint first, int count, CourseTable table)
    {
        if (table.Histories != plan.Histories.Count || table.Visits != plan.VisitDays.Count || table.Measures != plan.Measures.Count)
        {
            throw new ArgumentException("The table does not have the plan's histories, visits and measures.", nameof(table));
        }

        table.Hold(first, count);
        Write(table, 0, count);
    }

    /// <summary>Fills one table on many threads; see <see cref="PatientSources.Simulate"/>.</summary>
    public CourseTable Simulate(uint first, int count, int? threads, Action<long>? progress, CancellationToken cancellation)
    {
        var table = plan.NewTable(count);
        table.Hold(first, count);
        long done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, ((count - 1) / ChunkCandidates) + 1, options, chunk =>
        {
            var from = chunk * ChunkCandidates;
            var part = Math.Min(ChunkCandidates, count - from);
            Write(table, from, part);
            progress?.Invoke(Interlocked.Add(ref done, part));
        });
        return table;
    }

    public void Dispose()
    {
    }

    private void Write(CourseTable table, int from, int count)
    {
        Span<double> scores = stackalloc double[plan.VisitDays.Count];
        for (var i = from; i < from + count; i++)
        {
            Write(table, i, scores);
        }
    }

    private void Write(CourseTable table, int i, Span<double> scores)
    {
        var number = table.FirstPatient + (uint)i;
        var bits = Philox.Block(stream, Patient, ClassAndThreshold, number);
        var group = ClassOf(bits.Uniform);
        var kind = patients.Classes[group];
        var logThreshold = PortableMath.Log(-PortableMath.Log(SecondUniform(bits)));
        bits = Philox.Block(stream, Patient, Line, number);
        var first = StandardNormal.Quantile(bits.Uniform);
        var second = StandardNormal.Quantile(SecondUniform(bits));
        var intercept = kind.InterceptMean + (kind.InterceptSd * first);
        var slope = kind.SlopeMean + (kind.SlopeSd * ((kind.Correlation * first) + (independentShares[group] * second)));

        table.SetPatient(i, group, float.NaN);
        table.WriteQuantities(i).Fill(double.NaN);
        var months = table.WriteVisitMonths(i);
        visits.WriteMonths(number, months);
        visits.WriteScores(stream, number, intercept, slope, kind.ResidualSd, months, scores);
        for (var history = 0; history < courses[group].Length; history++)
        {
            var course = courses[group][history];
            var death = (float)course.Death(intercept, slope, logThreshold);
            table.SetMilestones(history, i, death, float.NaN, FirstTreatment(plan.Histories[history], death));
            WriteHistory(table, i, history, death, months, scores);
        }
    }

    private void WriteHistory(CourseTable table, int i, int history, float death, ReadOnlySpan<float> months, ReadOnlySpan<double> scores)
    {
        var course = courses[table.Subgroup(i)][history];
        for (var measure = 0; measure < plan.Measures.Count; measure++)
        {
            var values = table.WriteValues(history, i, measure);
            if (plan.Measures[measure] != MeasureCatalogue.AlsfrsTotal)
            {
                values.Fill(float.NaN);
                continue;
            }

            for (var visit = 0; visit < values.Length; visit++)
            {
                values[visit] = months[visit] < death ? (float)OnScale(scores[visit] + course.Change(months[visit])) : float.NaN;
            }
        }
    }

    private static double SecondUniform(PhiloxBlock bits) => UniformBits.ToOpenInterval(((ulong)bits.Word2 << 32) | bits.Word3);

    private int ClassOf(double uniform)
    {
        var group = 0;
        while (group < classEnds.Length - 1 && uniform >= classEnds[group])
        {
            group++;
        }

        return group;
    }

    private double OnScale(double score)
    {
        score = patients.WholePoints ? Math.Floor(score + 0.5) : score;
        return Math.Min(Math.Max(score, patients.Lowest ?? double.NegativeInfinity), patients.Highest ?? double.PositiveInfinity);
    }

    private float FirstTreatment(TreatmentHistory history, float death)
    {
        var start = history.ModelArm != 0 ? 0 : history.NextModelArm is > 0 ? history.SwitchMonths : double.PositiveInfinity;
        return start < death && start <= followUpMonths ? (float)start : float.PositiveInfinity;
    }
}
