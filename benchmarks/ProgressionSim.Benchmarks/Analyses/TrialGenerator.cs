using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace ProgressionSim.Benchmarks.Analyses;

/// <summary>Draws trials of 200 patients with 7 visits in 48 weeks, from a fixed seed.</summary>
/// <remarks>
/// Scores of 0 to 48 in whole points, a line for each patient and error; the faster a patient declines, the sooner death; dropout at a constant rate, after
/// which death is not known; single visits missed.
/// </remarks>
internal sealed class TrialGenerator
{
    public const int Patients = 200;
    public const int Visits = 7;
    private const int Seed = 20261126;
    private const double DaysAMonth = 30.4375;
    private const double WeeksBetweenVisits = 8;
    private const double MeanPace = 1;
    private const double SlowerByTreatment = 0.2;
    private const double DeathsOfMeanPace = 0.17;
    private const double HazardByPace = 0.8;
    private const double DropoutsAMonth = 0.012;
    private const double MissedVisits = 0.03;
    private const double PointsOfResponder = 6;

    private readonly Xoshiro256StarStar random = new(Seed, threadSafe: false);

    /// <summary>Gets the times of the visits, months.</summary>
    public static double[] VisitTimes { get; } = [.. Enumerable.Range(0, Visits).Select(j => j * WeeksBetweenVisits * 7 / DaysAMonth)];

    public SimulatedTrial Next()
    {
        var trial = new SimulatedTrial(
            new int[Patients],
            new int[Patients],
            new double[Patients],
            new bool[Patients],
            new double[Patients * Visits],
            new double[Patients],
            new double[Patients * (Visits - 1)],
            new double[Patients],
            new bool[Patients]);
        for (var i = 0; i < Patients; i++)
        {
            trial.Group[i] = i % 2;
            trial.Strata[i] = DiscreteUniform.Sample(random, 0, 3);
            var pace = Normal.Sample(random, MeanPace, 0.55) - (SlowerByTreatment * trial.Group[i]);
            End(trial, i, pace);
            Score(trial, i, pace);
        }

        return trial;
    }

    private static void Derive(SimulatedTrial trial, int patient)
    {
        var scores = trial.Scores.AsSpan(patient * Visits, Visits);
        trial.Baseline[patient] = scores[0];
        for (var j = 1; j < Visits; j++)
        {
            trial.Changes[(patient * (Visits - 1)) + j - 1] = scores[j] - scores[0];
        }

        trial.LastChanges[patient] = scores[^1] - scores[0];
        trial.Responders[patient] = trial.LastChanges[patient] > -PointsOfResponder;
    }

    /// <summary>Death, dropout or the last visit, whichever comes first.</summary>
    private void End(SimulatedTrial trial, int patient, double pace)
    {
        var last = VisitTimes[^1];
        var scale = DeathsOfMeanPace * Math.Exp(HazardByPace * (pace - MeanPace));
        var death = last * Math.Pow(Exponential.Sample(random, 1) / scale, 1 / 1.5);
        var dropout = Exponential.Sample(random, DropoutsAMonth);
        trial.Deaths[patient] = death < Math.Min(dropout, last);
        trial.Times[patient] = Math.Ceiling(Math.Min(Math.Min(death, dropout), last) * DaysAMonth) / DaysAMonth;
    }

    private void Score(SimulatedTrial trial, int patient, double pace)
    {
        var level = Normal.Sample(random, 38, 4.5);
        for (var j = 0; j < Visits; j++)
        {
            var score = Math.Clamp(Math.Round(level - (pace * VisitTimes[j]) + Normal.Sample(random, 0, 1.4)), 0, 48);
            var missed = j > 0 && Bernoulli.Sample(random, MissedVisits) == 1;
            trial.Scores[(patient * Visits) + j] = missed || VisitTimes[j] > trial.Times[patient] ? double.NaN : score;
        }

        Derive(trial, patient);
    }
}
