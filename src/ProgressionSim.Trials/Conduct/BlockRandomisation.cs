using ProgressionSim.Engine.Random;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Permuted blocks within strata: after every full block the arms hold exactly their allocation ratio.</summary>
internal sealed class BlockRandomisation
{
    private const int DrawsPerBlock = 256;

    private readonly int[] block;
    private readonly int[][] open;
    private readonly int[] used;
    private readonly int[] blocks;
    private KeyedUniforms uniforms;

    /// <summary>Makes room.</summary>
    /// <param name="arms">Arms with their allocation.</param>
    /// <param name="blockSize">Size of a block; null for twice the sum of the ratio.</param>
    /// <param name="strata">Number of strata.</param>
    /// <exception cref="ArgumentException">The size is no multiple of the sum of the ratio.</exception>
    public BlockRandomisation(IReadOnlyList<TrialArm> arms, int? blockSize, int strata)
    {
        var ratio = arms.Sum(arm => arm.Allocation);
        var size = blockSize ?? 2 * ratio;
        if (size % ratio != 0)
        {
            throw new ArgumentException($"A block of {size} does not hold the ratio, whose sum is {ratio}.", nameof(blockSize));
        }

        block = [.. arms.SelectMany((arm, index) => Enumerable.Repeat(index, arm.Allocation * (size / ratio)))];
        open = [.. Enumerable.Range(0, strata).Select(_ => new int[size])];
        used = new int[strata];
        blocks = new int[strata];
    }

    /// <summary>Starts a trial: no block is open.</summary>
    /// <param name="trial">Random numbers of the trial.</param>
    public void Begin(KeyedUniforms trial)
    {
        uniforms = trial;
        Array.Fill(used, block.Length);
        Array.Clear(blocks);
    }

    /// <summary>Arm of the next patient of a stratum.</summary>
    /// <param name="stratum">Number of the stratum.</param>
    public int Assign(int stratum)
    {
        if (used[stratum] == block.Length)
        {
            Shuffle(open[stratum], stratum, blocks[stratum]++);
            used[stratum] = 0;
        }

        return open[stratum][used[stratum]++];
    }

    private void Shuffle(int[] to, int stratum, int number)
    {
        block.CopyTo(to, 0);
        for (var i = to.Length - 1; i > 0; i--)
        {
            var chosen = (int)(uniforms.Uniform(StreamPurpose.Allocation, (uint)stratum, (uint)((number * DrawsPerBlock) + i)) * (i + 1));
            (to[i], to[chosen]) = (to[chosen], to[i]);
        }
    }
}
