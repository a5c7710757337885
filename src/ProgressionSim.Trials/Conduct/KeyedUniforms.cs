using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Random numbers of one trial, addressed by purpose, patient and index: never by what was drawn before.</summary>
/// <param name="seed">Seed of the run.</param>
/// <param name="replicate">Number of the trial.</param>
internal readonly struct KeyedUniforms(uint seed, uint replicate)
{
    /// <summary>A number in (0, 1).</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="patient">Patient, stratum or block it belongs to.</param>
    /// <param name="index">Index within that.</param>
    public double Uniform(StreamPurpose purpose, uint patient, uint index)
    {
        var block = Philox.Block(new RandomStream(seed, purpose, replicate), index, 0, patient);
        return UniformBits.ToOpenInterval(((ulong)block.Word1 << 32) | block.Word0);
    }

    /// <summary>A number of the exponential distribution of mean 1.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="patient">Patient it belongs to.</param>
    /// <param name="index">Index within that.</param>
    public double Exponential(StreamPurpose purpose, uint patient, uint index) => -PortableMath.Log(Uniform(purpose, patient, index));
}
