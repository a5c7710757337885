using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Draws of the parameters of an uncertainty plan.</summary>
internal static class ParameterDraws
{
    /// <summary>Draws every parameter once for each outer replicate.</summary>
    /// <param name="plan">The parameters.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <returns>[replicate][parameter]; a parameter's draws do not depend on the others unless they are correlated.</returns>
    public static double[][] Of(UncertaintyPlan plan, uint seed)
    {
        var stream = new RandomStream(seed, StreamPurpose.Parameters);
        var copula = new GaussianCopula(plan.Parameters.Count, plan.Correlations.Select(pair => (pair.First, pair.Second, pair.Value)));
        var draws = new double[plan.OuterReplicates][];
        for (var replicate = 0; replicate < draws.Length; replicate++)
        {
            var values = new double[plan.Parameters.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Philox.Block(stream, (uint)replicate, (uint)i, 0).Uniform;
            }

            copula.Correlate(values);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = plan.Parameters[i].Distribution.Quantile(values[i]);
            }

            draws[replicate] = values;
        }

        return draws;
    }
}
