using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Simulates cohorts of a scenario and computes all quantities of a plan in them. Safe to use from several threads.</summary>
internal sealed class EvidenceCohort
{
    private const uint OwnChance = 1;

    private readonly CohortVisits visits;
    private readonly CohortEstimate[] estimates;
    private readonly int[] columns;
    private readonly int stride;

    /// <summary>Prepares the estimates.</summary>
    /// <param name="plan">The quantities and the scenario.</param>
    public EvidenceCohort(EvidencePlan plan)
    {
        visits = new CohortVisits(plan);
        estimates = [.. plan.Quantities.Select(quantity => CohortEstimate.Of(quantity.Estimator))];
        columns = new int[estimates.Length];
        foreach (var (place, estimate) in estimates.Index())
        {
            columns[place] = stride;
            stride += estimate.Width;
        }
    }

    /// <summary>Predictions of all quantities, in the order of the plan; NaN where the cohort does not give one.</summary>
    /// <param name="run">The scenario, with any values of its settings.</param>
    /// <param name="patients">Number of patients, always the first ones.</param>
    /// <param name="threads">Number of threads; null for all cores. The result does not depend on it.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    public double[] Predict(RunPlan run, int patients, int? threads, CancellationToken cancellation) =>
        Predictions(Simulate(run, patients, null, threads, null, cancellation));

    /// <summary>Simulates a cohort.</summary>
    /// <param name="run">The scenario.</param>
    /// <param name="patients">Number of patients.</param>
    /// <param name="curves">Receives the courses for visual checks; null for nobody.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="progress">Told the number of patients done; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <returns>Numbers of patients with an origin, by estimator.</returns>
    public double[] Simulate(RunPlan run, int patients, PredictiveCurves? curves, int? threads, Action<long>? progress, CancellationToken cancellation)
    {
        var numbers = new double[patients * stride];
        var hasOrigin = new bool[patients];
        var courses = visits.Courses(run);
        long done = 0;
        ChunkWork.Do(
            ((long)patients + Simulation.ChunkPatients - 1) / Simulation.ChunkPatients,
            threads,
            () => new Worker(visits, courses, Math.Min(patients, Simulation.ChunkPatients)),
            (worker, chunk) =>
            {
                var first = (int)(chunk * Simulation.ChunkPatients);
                var count = Math.Min(Simulation.ChunkPatients, patients - first);
                worker.Fill(first, count);
                for (var patient = 0; patient < count; patient++)
                {
                    if (worker.Courses.Table.HasOrigin(patient))
                    {
                        hasOrigin[first + patient] = true;
                        Read(worker, patient, numbers.AsSpan((first + patient) * stride, stride));
                        curves?.Read(worker.Courses, patient, first + patient);
                    }
                }

                progress?.Invoke(Interlocked.Add(ref done, count));
            },
            _ => { },
            cancellation);
        return Packed(numbers, hasOrigin);
    }

    /// <summary>Number of patients in the numbers of a cohort.</summary>
    /// <param name="numbers">Numbers of a cohort.</param>
    public int PatientsOf(double[] numbers) => numbers.Length / stride;

    /// <summary>Predictions of all quantities from the numbers of a cohort.</summary>
    /// <param name="numbers">Numbers of a cohort.</param>
    public double[] Predictions(ReadOnlySpan<double> numbers)
    {
        var found = new double[estimates.Length];
        for (var place = 0; place < found.Length; place++)
        {
            found[place] = estimates[place].Value(new PatientNumbers(numbers, stride, columns[place]));
        }

        return found;
    }

    /// <summary>Monte Carlo standard errors of all predictions, from leaving out each of 20 blocks of patients; NaN where one leaves no prediction.</summary>
    /// <param name="numbers">Numbers of a cohort.</param>
    /// <remarks>Jackknife: Quenouille, Biometrika 43:353-360 (1956), doi:10.1093/biomet/43.3-4.353.</remarks>
    public double[] StandardErrors(double[] numbers)
    {
        const int blocks = 20;
        var patients = PatientsOf(numbers);
        var without = new double[blocks][];
        for (var block = 0; block < blocks; block++)
        {
            var (from, to) = (patients * block / blocks * stride, patients * (block + 1) / blocks * stride);
            double[] rest = [.. numbers.AsSpan(0, from), .. numbers.AsSpan(to)];
            without[block] = Predictions(rest);
        }

        return
        [
            .. Enumerable.Range(0, estimates.Length).Select(place =>
            {
                var mean = without.Average(values => values[place]);
                return Math.Sqrt((blocks - 1.0) / blocks * without.Sum(values => (values[place] - mean) * (values[place] - mean)));
            }),
        ];
    }

    /// <summary>Values of a quantity in series of patients, sorted; null when it is about the whole cohort.</summary>
    /// <param name="numbers">Numbers of a cohort.</param>
    /// <param name="quantity">Its place in the plan.</param>
    public double[]? Series(ReadOnlySpan<double> numbers, int quantity) =>
        estimates[quantity].Series(new PatientNumbers(numbers, stride, columns[quantity])) is { } series ? [.. series.Order()] : null;

    private double[] Packed(double[] numbers, bool[] hasOrigin)
    {
        var kept = 0;
        for (var patient = 0; patient < hasOrigin.Length; patient++)
        {
            if (hasOrigin[patient])
            {
                Array.Copy(numbers, patient * stride, numbers, kept++ * stride, stride);
            }
        }

        return numbers[..(kept * stride)];
    }

    private void Read(Worker worker, int patient, Span<double> numbers)
    {
        for (var place = 0; place < estimates.Length; place++)
        {
            estimates[place].Read(worker.Courses, worker.Twins, patient, numbers.Slice(columns[place], estimates[place].Width));
        }
    }

    private sealed class Worker : IDisposable
    {
        private readonly CourseSimulator simulator;
        private readonly CourseSimulator? twinSimulator;

        public Worker(CohortVisits visits, CoursePlan plan, int capacity)
        {
            simulator = new CourseSimulator(plan);
            Courses = new CohortView(visits, plan.Run, plan.NewTable(capacity));
            if (visits.HasTwinsOfOwnChance)
            {
                var own = plan with { Run = plan.Run with { Repetition = plan.Run.Repetition + OwnChance } };
                twinSimulator = new CourseSimulator(own);
                Twins = new CohortView(visits, own.Run, own.NewTable(capacity));
            }
        }

        public CohortView Courses { get; }

        public CohortView? Twins { get; }

        public void Fill(int first, int count)
        {
            simulator.Fill((uint)first, count, Courses.Table);
            if (Twins is not null)
            {
                twinSimulator!.Fill((uint)first, count, Twins.Table);
            }
        }

        public void Dispose()
        {
            simulator.Dispose();
            twinSimulator?.Dispose();
        }
    }
}
