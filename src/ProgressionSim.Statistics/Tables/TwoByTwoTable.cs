namespace ProgressionSim.Statistics.Tables;

/// <summary>Counts of a yes-or-no outcome in two groups.</summary>
/// <param name="ReferenceYes">Patients of group 0 with the outcome; at least 0.</param>
/// <param name="ReferenceNo">Patients of group 0 without it; at least 0.</param>
/// <param name="Yes">Patients of group 1 with the outcome; at least 0.</param>
/// <param name="No">Patients of group 1 without it; at least 0.</param>
public readonly record struct TwoByTwoTable(int ReferenceYes, int ReferenceNo, int Yes, int No)
{
    /// <summary>Patients of group 0.</summary>
    public int ReferenceTotal => ReferenceYes + ReferenceNo;

    /// <summary>Patients of group 1.</summary>
    public int Total => Yes + No;

    /// <summary>Whether both groups and both outcomes occur.</summary>
    internal bool IsFilled => ReferenceTotal > 0 && Total > 0 && ReferenceYes + Yes > 0 && ReferenceNo + No > 0;

    /// <summary>Counts patients.</summary>
    /// <param name="outcomes">True for yes, one per patient.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a group is neither 0 nor 1.</exception>
    public static TwoByTwoTable Count(ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> group)
    {
        var ones = GroupCodes.CountOnes(group, outcomes.Length);
        int yes0 = 0, yes1 = 0;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var yes = outcomes[i] ? 1 : 0;
            yes1 += yes & group[i];
            yes0 += yes & ~group[i];
        }

        return new(yes0, outcomes.Length - ones - yes0, yes1, ones - yes1);
    }

    /// <summary>Fails when a count is below 0.</summary>
    internal void Check()
    {
        if ((ReferenceYes | ReferenceNo | Yes | No) < 0)
        {
            throw new ArgumentException("Counts of a table must be at least 0.", "table");
        }
    }
}
