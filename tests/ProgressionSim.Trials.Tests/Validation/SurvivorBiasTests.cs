using ProgressionSim.TestKit;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Tests.Patients;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>
/// A drug that halves the hazard of death and leaves function alone, in patients whose death follows their function: analyses of survivors find a difference in
/// function that is not there, and say so in their description.
/// </summary>
public sealed class SurvivorBiasTests
{
    private static readonly AnalysisMethod[] Methods =
    [
        AnalysisMethod.Ancova, AnalysisMethod.TTest, AnalysisMethod.Wilcoxon, AnalysisMethod.Mmrm, AnalysisMethod.RandomSlope, AnalysisMethod.TwoStageSlope,
        AnalysisMethod.JointRank, AnalysisMethod.LogRank,
    ];

    private static readonly AnalysisMethod[] OfSurvivors = [AnalysisMethod.Ancova, AnalysisMethod.TTest, AnalysisMethod.Wilcoxon];

    [Fact]
    [Trait("Category", "Long")]
    public void Analyses_of_survivors_are_biased_by_an_effect_on_survival_alone()
    {
        var trials = SimulatedTrials.Of(Design(3000), Hypothesis.Alternative);
        for (var endpoint = 0; endpoint < Methods.Length; endpoint++)
        {
            var (effect, rejected) = (trials.Effect(endpoint), trials.Rejected(endpoint));
            ValidationTable.Line($"{Methods[endpoint],-14} effect {effect.Value,9:F4} (SE {effect.StandardError:F4}), rejects {rejected.Value:F4} (SE {rejected.StandardError:F4})");
        }

        foreach (var method in OfSurvivors)
        {
            var endpoint = Array.IndexOf(Methods, method);
            var (effect, rejected) = (trials.Effect(endpoint), trials.Rejected(endpoint));
            StatAssert.Rejects($"no bias of {method}", () => StatAssert.Mean(method.ToString(), effect.Value, 0, effect.StandardError));

            // Sicker patients stay alive longer, so the drug looks harmful to function.
            Assert.True(effect.Value < 0);
            StatAssert.Rejects($"nominal error of {method}", () => StatAssert.Mean(method.ToString(), rejected.Value, 0.05, rejected.StandardError));
        }

        // What counts death as the worst outcome finds the benefit there is.
        Assert.True(trials.Effect(Array.IndexOf(Methods, AnalysisMethod.JointRank)).Value > 0);
        Assert.True(trials.Effect(Array.IndexOf(Methods, AnalysisMethod.LogRank)).Value < 0);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void The_joint_model_is_not_biased()
    {
        var design = Design(200) with { Patients = 200, Endpoints = [TestDesigns.Endpoint(AnalysisMethod.JointModel)] };
        var trials = SimulatedTrials.Of(design, Hypothesis.Alternative);
        var (effect, rejected) = (trials.Effect(0), trials.Rejected(0));
        ValidationTable.Line($"JointModel effect {effect.Value:F4} (SE {effect.StandardError:F4}), rejects {rejected.Value:F4} (SE {rejected.StandardError:F4}), failed {trials.Failed(0)}");
        StatAssert.Mean("slope difference", effect.Value, 0, effect.StandardError);
        StatAssert.Mean("rejections", rejected.Value, 0.05, rejected.StandardError);
    }

    [Fact]
    public void Every_analysis_that_the_effect_on_survival_misleads_warns()
    {
        foreach (var endpoint in Design(1).Endpoints.Where(endpoint => endpoint.Event is null))
        {
            Assert.NotEmpty(AnalysisCatalogue.Of(endpoint).Warning);
        }
    }

    private static TrialDesign Design(int replicates) =>
        TestDesigns.Statistical(77_0001, 300, StatisticalPlans.Shared, 0, 0.5, [.. Methods.Select(method => TestDesigns.Endpoint(method, 4))]) with
        {
            Replicates = replicates,
            Visits = new VisitSchedule { Weeks = [0, 20, 39, 59, 78] },
        };
}
