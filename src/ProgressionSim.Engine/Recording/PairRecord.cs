namespace ProgressionSim.Engine.Recording;

/// <summary>Paired differences between two arms, in fixed point.</summary>
public sealed class PairRecord
{
    internal PairRecord(RecordShape shape, int arm, int against)
    {
        Arm = arm;
        Against = against;
        var cells = shape.Months * shape.Contrasts;
        Counts = new long[cells];
        Sums = new Int128[cells];
        SumsOfSquares = new Int128[cells];
    }

    /// <summary>Arm whose values are taken.</summary>
    public int Arm { get; }

    /// <summary>Arm whose values are subtracted.</summary>
    public int Against { get; }

    /// <summary>Pairs counted: [month * contrasts + contrast].</summary>
    public long[] Counts { get; }

    /// <summary>Sum of the differences, same order.</summary>
    public Int128[] Sums { get; }

    /// <summary>Sum of squared differences, same order.</summary>
    public Int128[] SumsOfSquares { get; }

    internal void Merge(PairRecord other)
    {
        Combine.Add(Counts, other.Counts);
        Combine.Add(Sums, other.Sums);
        Combine.Add(SumsOfSquares, other.SumsOfSquares);
    }
}
