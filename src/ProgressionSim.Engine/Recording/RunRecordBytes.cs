using System.Runtime.InteropServices;

namespace ProgressionSim.Engine.Recording;

/// <summary>Records as bytes, so that parts of a run can be counted in processes that share no memory and merged in one of them.</summary>
/// <remarks>Both sides must run the same version of the program and the same plan: the bytes hold numbers only, in the byte order of the machine.</remarks>
public static class RunRecordBytes
{
    private delegate void Piece(Span<byte> numbers);

    /// <summary>A record as bytes.</summary>
    /// <param name="record">The record.</param>
    public static byte[] Of(RunRecord record)
    {
        using var stream = new MemoryStream();
        var totals = Totals(record);
        stream.Write(MemoryMarshal.AsBytes(totals.AsSpan()));
        VisitArrays(record, numbers => stream.Write(numbers));
        return stream.ToArray();
    }

    /// <summary>A record from its bytes.</summary>
    /// <param name="shape">Shape of the record that was written.</param>
    /// <param name="bytes">What <see cref="Of"/> gave.</param>
    /// <exception cref="ArgumentException">The bytes are not those of a record of this shape.</exception>
    public static RunRecord Read(RecordShape shape, ReadOnlySpan<byte> bytes)
    {
        var record = new RunRecord(shape);
        var totals = Totals(record);
        var length = totals.Length * sizeof(long);
        VisitArrays(record, numbers => length += numbers.Length);
        if (bytes.Length != length)
        {
            throw new ArgumentException($"{bytes.Length} bytes are no record of this shape, which takes {length}.", nameof(bytes));
        }

        bytes[..(totals.Length * sizeof(long))].CopyTo(MemoryMarshal.AsBytes(totals.AsSpan()));
        SetTotals(record, totals);
        var rest = bytes[(totals.Length * sizeof(long))..].ToArray();
        var at = 0;
        VisitArrays(record, numbers =>
        {
            rest.AsSpan(at, numbers.Length).CopyTo(numbers);
            at += numbers.Length;
        });
        return record;
    }

    /// <summary>Shows every array of a record, in a fixed order.</summary>
    private static void VisitArrays(RunRecord record, Piece visit)
    {
        foreach (var arm in record.Arms)
        {
            visit(MemoryMarshal.AsBytes(arm.Alive.AsSpan()));
            visit(MemoryMarshal.AsBytes(arm.Sums.AsSpan()));
            visit(MemoryMarshal.AsBytes(arm.SumsOfSquares.AsSpan()));
            visit(MemoryMarshal.AsBytes(arm.Histograms.AsSpan()));
            foreach (var milestone in arm.Milestones)
            {
                visit(MemoryMarshal.AsBytes(milestone.Writable));
            }
        }

        foreach (var pair in record.Pairs)
        {
            visit(MemoryMarshal.AsBytes(pair.Counts.AsSpan()));
            visit(MemoryMarshal.AsBytes(pair.Sums.AsSpan()));
            visit(MemoryMarshal.AsBytes(pair.SumsOfSquares.AsSpan()));
        }

        visit(MemoryMarshal.AsBytes(record.Examples.AsSpan()));
    }

    private static long[] Totals(RunRecord record) =>
    [
        record.Patients,
        record.WithoutOrigin,
        .. record.Arms.SelectMany(arm => new[] { arm.NeverTreated, arm.StartedAtBiologicalOnset, arm.NeverSymptomatic, arm.DeathsBeforeOrigin }),
    ];

    private static void SetTotals(RunRecord record, long[] totals)
    {
        (record.Patients, record.WithoutOrigin) = (totals[0], totals[1]);
        for (var i = 0; i < record.Arms.Length; i++)
        {
            var arm = record.Arms[i];
            var at = 2 + (4 * i);
            (arm.NeverTreated, arm.StartedAtBiologicalOnset, arm.NeverSymptomatic, arm.DeathsBeforeOrigin) = (totals[at], totals[at + 1], totals[at + 2], totals[at + 3]);
        }
    }
}
