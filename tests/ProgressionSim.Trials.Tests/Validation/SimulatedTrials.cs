using ProgressionSim.Statistics;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Trials of a design under one hypothesis alone, which is all that many validations need.</summary>
/// <param name="Design">The design.</param>
/// <param name="Outcomes">What its trials found.</param>
/// <param name="Slices">Slices of its bank; 0 without one.</param>
internal sealed record SimulatedTrials(TrialDesign Design, TrialOutcomes Outcomes, int Slices)
{
    public static SimulatedTrials Of(TrialDesign design, Hypothesis hypothesis)
    {
        var simulation = new TrialSimulation(design, design.Patients);
        var outcomes = simulation.Run(design.Patients, 0, design.Replicates, [hypothesis], primaryOnly: false, "validation")[0];
        return new SimulatedTrials(design, outcomes, simulation.BankSlices);
    }

    /// <summary>Share of trials in which an endpoint rejects at the design's error, looks aside.</summary>
    public SimulatedValue Rejected(int endpoint)
    {
        var bound = -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Design.AlphaOneSided);
        return MonteCarlo.Share(
            [.. Enumerable.Range(0, Outcomes.Replicates).Select(row =>
                Outcomes.Statuses[endpoint][row] == FitStatus.Estimated
                && (Design.Sides == 2 ? Math.Abs(Outcomes.Z[endpoint][row]) : Outcomes.Z[endpoint][row]) >= bound)],
            Slices);
    }

    /// <summary>Mean effect of an endpoint.</summary>
    public SimulatedValue Effect(int endpoint) => MonteCarlo.Mean(Outcomes.Effects[endpoint], Slices);

    /// <summary>Trials of an endpoint without an estimate.</summary>
    public int Failed(int endpoint) => Outcomes.Statuses[endpoint].Count(status => status != FitStatus.Estimated);
}
