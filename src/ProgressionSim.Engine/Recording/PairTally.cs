using System.Numerics;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Engine.Recording;

/// <summary>Adds batches to the record of a pair of arms.</summary>
/// <param name="shape">Sizes of the record.</param>
/// <param name="record">The pair's record.</param>
internal sealed unsafe class PairTally(RecordShape shape, PairRecord record)
{
    private readonly ContrastMeasure[] contrasts = [.. shape.Catalogue.Contrasts];
    private readonly bool[] recorded = [.. shape.Catalogue.Contrasts.Select(contrast => contrast.Kind == ContrastKind.Alive || shape.Records(contrast.Source))];
    private readonly int months = shape.Months;
    private readonly int[] nobody = new int[MeasurementBatch.Patients];

    /// <summary>Adds all months of a batch.</summary>
    /// <param name="batch">The patients; both arms were added to their records before, so that measurements are integers, 0 where not alive.</param>
    /// <param name="patients">Number of patients analysed in the batch, alive or dead.</param>
    public void Add(MeasurementBatch batch, int patients)
    {
        for (var month = 0; month < months; month++)
        {
            Add(month, batch, patients);
        }
    }

    private void Add(int month, MeasurementBatch batch, int patients)
    {
        var (alive, otherAlive) = (batch.Alive(record.Arm, month), batch.Alive(record.Against, month));
        for (var i = 0; i < contrasts.Length; i++)
        {
            if (recorded[i])
            {
                var cell = (month * contrasts.Length) + i;
                record.Counts[cell] += contrasts[i].Kind == ContrastKind.BothAlive ? BitOperations.PopCount(alive & otherAlive) : patients;
                if ((alive | otherAlive) != 0)
                {
                    AddDifferences(contrasts[i], month, cell, batch, alive, otherAlive);
                }
            }
        }
    }

    private void AddDifferences(ContrastMeasure contrast, int month, int cell, MeasurementBatch batch, ulong alive, ulong otherAlive)
    {
        if (contrast.Kind == ContrastKind.Alive)
        {
            record.Sums[cell] += BitOperations.PopCount(alive) - BitOperations.PopCount(otherAlive);
            record.SumsOfSquares[cell] += BitOperations.PopCount(alive ^ otherAlive);
            return;
        }

        fixed (int* zeros = nobody)
        {
            var values = alive == 0 ? zeros : (int*)batch.Column(record.Arm, month, contrast.Source);
            var against = otherAlive == 0 ? zeros : (int*)batch.Column(record.Against, month, contrast.Source);
            var sums = Differences(values, against, contrast.Kind == ContrastKind.BothAlive ? alive & otherAlive : ulong.MaxValue);
            record.Sums[cell] += sums.Sum;
            record.SumsOfSquares[cell] += sums.SumOfSquares;
        }
    }

    private static BatchSums Differences(int* values, int* against, ulong counted)
    {
        var sums = default(BatchSums);
        var bit = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        for (var i = 0; i < MeasurementBatch.Patients; i += Vector256<int>.Count)
        {
            var counts = Vector256.Equals(Vector256.Create((int)(counted >> i)) & bit, bit);
            sums.Add((Vector256.Load(values + i) - Vector256.Load(against + i)) & counts);
        }

        return sums;
    }
}
