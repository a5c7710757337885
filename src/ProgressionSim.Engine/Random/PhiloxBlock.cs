namespace ProgressionSim.Engine.Random;

/// <summary>Four words of 32 random bits.</summary>
/// <param name="Word0">First word.</param>
/// <param name="Word1">Second word.</param>
/// <param name="Word2">Third word.</param>
/// <param name="Word3">Fourth word.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>A uniform in (0, 1) with 53 bits, from the first two words.</summary>
    public double Uniform => UniformBits.ToOpenInterval(((ulong)Word0 << 32) | Word1);
}
