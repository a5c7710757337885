using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>Finds how a design behaves, under its alternative and under the null with the same patients.</summary>
public static class OperatingCharacteristicsRun
{
    /// <summary>Runs a design's trials.</summary>
    /// <param name="design">The design.</param>
    /// <param name="threads">Number of threads; null for all cores. Results do not depend on it.</param>
    /// <param name="progress">Told how far the work is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TrialNotFeasibleException">The design cannot be run with the patients there are.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static OperatingCharacteristics Run(
        TrialDesign design, int? threads = null, Action<TrialProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(new TrialSimulation(design, design.Patients, threads, progress, cancellation));

    /// <summary>Runs the trials of a design that is made ready; single trials can be replayed from it afterwards.</summary>
    /// <param name="simulation">The design, with its patients.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static OperatingCharacteristics Run(TrialSimulation simulation)
    {
        var design = simulation.Design;
        var truths = LargeTrialTruth.Find(simulation);
        var outcomes = simulation.Run(design.Patients, 0, design.Replicates, [Hypothesis.Alternative, Hypothesis.Null], primaryOnly: false, "trials");
        return new OperatingCharacteristics
        {
            Design = design,
            Replicates = design.Replicates,
            BankSlices = simulation.BankSlices,
            EligibleShare = simulation.EligibleShare,
            Alternative = Summarise(simulation, outcomes[0], Hypothesis.Alternative, truths),
            Null = Summarise(simulation, outcomes[1], Hypothesis.Null, truths),
            ElapsedSeconds = simulation.ElapsedSeconds,
        };
    }

    private static HypothesisCharacteristics Summarise(
        TrialSimulation simulation, TrialOutcomes outcomes, Hypothesis hypothesis, IReadOnlyList<SimulatedValue?> truths)
    {
        var slices = simulation.BankSlices;
        var actives = simulation.Design.Arms.Count - 1;
        return new HypothesisCharacteristics
        {
            Hypothesis = hypothesis,
            Success = MonteCarlo.Share([.. outcomes.Decisions.Select(decision => decision == TrialDecision.Success)], slices),
            Rejected = MonteCarlo.Share([.. outcomes.Decisions.Select(decision => decision is TrialDecision.Success or TrialDecision.Harm)], slices),
            Course = CourseOf(outcomes, slices),
            Looks = [.. Enumerable.Range(0, simulation.Bounds.Fractions.Count).Select(look => LookOf(simulation.Bounds, outcomes, look, slices))],
            Endpoints = [.. Enumerable.Range(0, outcomes.Effects.Length).Select(comparison =>
                EndpointOf(simulation, outcomes, hypothesis, comparison, comparison / actives, (comparison % actives) + 1, truths[comparison]))],
        };
    }

    private static TrialCourseSummary CourseOf(TrialOutcomes outcomes, int slices)
    {
        SimulatedValue Mean(double[] values) => MonteCarlo.Mean(values, slices);
        return new TrialCourseSummary
        {
            Randomised = Mean(outcomes.Randomised),
            Screened = Mean(outcomes.Screened),
            RecruitmentMonths = Mean(outcomes.RecruitmentMonths),
            DurationMonths = Mean(outcomes.DurationMonths),
            MissedVisits = Mean(outcomes.MissedVisits),
            Arms = [.. outcomes.ArmRandomised.Select((randomised, arm) =>
                new ArmConduct(arm, Mean(randomised), Mean(outcomes.ArmDeaths[arm]), Mean(outcomes.ArmDropouts[arm]), Mean(outcomes.ArmRescued[arm])))],
            RanOutOfCandidates = outcomes.RanOut.Count(ranOut => ranOut),
        };
    }

    private static LookCharacteristics LookOf(LookBounds bounds, TrialOutcomes outcomes, int look, int slices)
    {
        SimulatedValue Stopped(TrialDecision decision) =>
            MonteCarlo.Share([.. outcomes.Decisions.Select((each, row) => outcomes.LastLooks[row] == look && each == decision)], slices);
        return new LookCharacteristics(
            bounds.Fractions[look],
            bounds.Success[look],
            bounds.Futility[look],
            MonteCarlo.Share([.. outcomes.LastLooks.Select(last => last >= look)], slices),
            Stopped(TrialDecision.Success),
            Stopped(TrialDecision.Harm),
            Stopped(TrialDecision.Futility),
            MonteCarlo.Mean(outcomes.LookMonths[look], slices),
            MonteCarlo.Mean(outcomes.LookRandomised[look], slices));
    }

    private static EndpointCharacteristics EndpointOf(
        TrialSimulation simulation, TrialOutcomes outcomes, Hypothesis hypothesis, int comparison, int endpoint, int arm, SimulatedValue? truth)
    {
        var design = simulation.Design;
        var slices = simulation.BankSlices;
        var statuses = outcomes.Statuses[comparison];
        var bound = StandardNormal.QuantileUpper(design.AlphaOneSided);
        double[] Estimated(double[] values) => [.. values.Select((value, row) => statuses[row] == FitStatus.Estimated ? value : double.NaN)];
        var effects = Estimated(outcomes.Effects[comparison]);
        var errors = Estimated(outcomes.StandardErrors[comparison]);
        var effect = MonteCarlo.Mean(effects, slices);
        bool Rejects(int row, int sign) => statuses[row] == FitStatus.Estimated && sign * outcomes.Z[comparison][row] >= bound;
        var harm = MonteCarlo.Share([.. Enumerable.Range(0, effects.Length).Select(row => design.Sides == 2 && Rejects(row, -1))], slices);
        var asKnown = hypothesis == Hypothesis.Null ? NullTruth() : truth;
        return new EndpointCharacteristics
        {
            Endpoint = endpoint,
            Arm = arm,
            Hypothesis = hypothesis,
            Rejected = MonteCarlo.Share([.. Enumerable.Range(0, effects.Length).Select(row => Rejects(row, 1) || (design.Sides == 2 && Rejects(row, -1)))], slices),
            RejectedForHarm = harm,
            Effect = effect,
            EffectSd = Sd(effects, effect.Value),
            ReportedStandardError = Math.Sqrt(MonteCarlo.Mean([.. errors.Select(error => error * error)], slices).Value),
            Truth = asKnown,
            Bias = asKnown is { } known ? Difference(effect, known) : null,
            Coverage = asKnown is { } target ? Coverage(outcomes, comparison, effects, target.Value, slices) : null,
            NotEstimable = statuses.Count(status => status == FitStatus.NotEstimable),
            NotConverged = statuses.Count(status => status == FitStatus.NotConverged),
            FellBack = outcomes.FellBack[comparison].Count(fellBack => fellBack),
            Effects = effects,
            StandardErrors = errors,
        };
    }

    /// <summary>Under the null every analysis here estimates 0 or the logarithm of 1.</summary>
    private static SimulatedValue NullTruth() => new(0, 0, 0, 0);

    private static double Sd(double[] values, double mean)
    {
        var known = values.Where(value => !double.IsNaN(value)).ToArray();
        return known.Length < 2 ? double.NaN : Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / (known.Length - 1));
    }

    private static SimulatedValue Difference(SimulatedValue effect, SimulatedValue truth)
    {
        var error = Math.Sqrt((effect.StandardError * effect.StandardError) + (truth.StandardError * truth.StandardError));
        var z = StandardNormal.QuantileUpper(0.025);
        var bias = effect.Value - truth.Value;
        return new SimulatedValue(bias, error, bias - (z * error), bias + (z * error));
    }

    private static SimulatedValue? Coverage(TrialOutcomes outcomes, int comparison, double[] effects, double truth, int slices)
    {
        var halfWidths = outcomes.HalfWidths[comparison];
        double[] holds = [.. effects.Select((effect, row) =>
            double.IsNaN(effect) || double.IsNaN(halfWidths[row]) ? double.NaN : Math.Abs(effect - truth) <= halfWidths[row] ? 1 : 0)];
        return holds.All(double.IsNaN) ? null : MonteCarlo.Mean(holds, slices);
    }
}
