using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>
/// What each analysis estimates, found by applying it to trials so large, and so complete, that chance and missing data play no part: no visit is missed, nobody
/// leaves; death, rescue and open label stay. Where a generator of patients states the effect itself, that is taken.
/// </summary>
internal static class LargeTrialTruth
{
    private const int Batches = 10;
    private const int PatientsPerBatch = 2000;

    // Another seed, so that the truth shares no patients with the trials it is held against.
    private const uint OtherSeed = 0x5EED_0001;

    /// <summary>The truth of each comparison, in the order of <see cref="TrialOutcomes.Effects"/>.</summary>
    /// <param name="simulation">The design, made ready.</param>
    public static IReadOnlyList<SimulatedValue?> Find(TrialSimulation simulation)
    {
        var design = simulation.Design;
        var exact = design.Endpoints.SelectMany(endpoint => Enumerable.Range(1, design.Arms.Count - 1).Select(arm => Exact(design, endpoint, arm))).ToList();
        var complete = design with
        {
            Seed = design.Seed ^ OtherSeed,
            PatientBank = null,
            Patients = PatientsPerBatch,
            Interim = null,
            Reestimation = null,
            Visits = design.Visits with { MissedProbability = 0 },
            Dropout = new DropoutRule { RatePerMonth = [.. design.Arms.Select(_ => 0.0)] },
            Endpoints = [.. design.Endpoints.Select(Affordable)],
        };
        var outcomes = simulation.Another(complete, PatientsPerBatch).Run(PatientsPerBatch, 0, Batches, [Hypothesis.Alternative], primaryOnly: false, "large trials")[0];
        return [.. exact.Select((known, comparison) =>
            known is { } value ? new SimulatedValue(value, 0, value, value)
            : IsTooSlow(design.Endpoints[comparison / (design.Arms.Count - 1)]) || outcomes.Effects[comparison].Any(double.IsNaN) ? (SimulatedValue?)null
            : MonteCarlo.Mean(outcomes.Effects[comparison], 0))];
    }

    /// <summary>A joint model of thousands of patients takes minutes; its place is kept by an analysis that is not looked at.</summary>
    private static Endpoint Affordable(Endpoint endpoint) => IsTooSlow(endpoint) ? endpoint with { Analysis = AnalysisMethod.RandomSlope, Event = null } : endpoint;

    private static bool IsTooSlow(Endpoint endpoint) => endpoint.Analysis == AnalysisMethod.JointModel;

    private static double? Exact(TrialDesign design, Endpoint endpoint, int arm)
    {
        var isSlope = endpoint.Analysis is AnalysisMethod.RandomSlope or AnalysisMethod.JointModel or AnalysisMethod.TwoStageSlope;
        var isOfScores = !endpoint.Logarithm && endpoint.Deaths == DeathHandling.Missing;
        if (!isSlope || !isOfScores || design.Model is not StatisticalPatients { Lowest: null, Highest: null } patients || design.OpenLabel is not null || design.Rescue is not null)
        {
            return null;
        }

        double MeanSlope(int trialArm) => patients.Classes
            .Select((each, index) => each.Share * patients.Effects[design.Arms[trialArm].ModelArm].SlopeDifferencePerMonth[index]).Sum();
        return MeanSlope(arm) - MeanSlope(0);
    }
}
