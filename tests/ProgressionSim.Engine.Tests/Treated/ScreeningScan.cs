using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>Finds screening samples on a path in double precision, a sample at a time.</summary>
internal static class ScreeningScan
{
    /// <summary>Step of the first sample above a level; null for none on the path.</summary>
    public static int? First(RunPlan plan, uint patient, Course course, double intervalMonths, double level)
    {
        var phase = new PatientSampler(plan.Population, plan.Seed).ScreeningPhase(patient);
        var sdLog = Math.Sqrt(Math.Log(1 + (0.15 * 0.15)));
        for (var sample = 0; ; sample++)
        {
            var at = (phase + sample) * intervalMonths / plan.StepMonths;
            var step = (int)Math.Ceiling(at);
            if (step >= course.Rows.Length)
            {
                return null;
            }

            var bits = Philox.Block(new RandomStream(plan.Seed, StreamPurpose.Screening), (uint)(step - 1), 0, patient);
            var u = ((bits.Word0 >> 9) + 0.5) / (1 << 23);
            if (course.Rows[step][course.Layout.Neurofilament] * Math.Exp(sdLog * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u)) > level)
            {
                return step;
            }
        }
    }
}
