namespace ProgressionSim.Statistics;

/// <summary>Checks the codes of two groups.</summary>
internal static class GroupCodes
{
    /// <summary>Patients of group 1; fails unless there is one code per patient and each is 0 or 1.</summary>
    /// <exception cref="ArgumentException">The lengths differ or a code is neither 0 nor 1.</exception>
    public static int CountOnes(ReadOnlySpan<int> group, int patients)
    {
        if (group.Length != patients)
        {
            throw new ArgumentException("There must be one group code per patient.", nameof(group));
        }

        int ones = 0, bits = 0;
        foreach (var code in group)
        {
            ones += code;
            bits |= code;
        }

        return (bits & ~1) == 0 ? ones : throw new ArgumentException("Groups must be coded 0 and 1.", nameof(group));
    }
}
