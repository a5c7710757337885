using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgressionSim.Engine.Recording;

/// <summary>Adds batches to the record of an arm.</summary>
/// <remarks>
/// Histograms are the bulk of the work: they are counted in 16 bits, which takes half the memory traffic, and moved to the record before these can overflow.
/// </remarks>
/// <param name="shape">Sizes of the record.</param>
/// <param name="arm">The arm.</param>
/// <param name="record">Its record; histograms and sums are complete after <see cref="Flush"/>.</param>
internal sealed unsafe class ArmTally(RecordShape shape, int arm, ArmRecord record)
{
    private const int BinsOfCacheLine = 64 / sizeof(ushort);

    private readonly int[] measures = [.. shape.RecordedMeasures];
    private readonly int[] offsets = shape.HistogramOffsets;
    private readonly float[] valuePerCount = [.. shape.Catalogue.Observed.Select(measure => 1f / measure.Scale)];
    private readonly HistogramBins[] bins = [.. shape.Catalogue.Observed.Select(measure => measure.Bins)];
    private readonly ushort[] histograms = new ushort[record.Histograms.Length];
    private readonly int[] living = new int[MeasurementBatch.Patients];
    private int batchesBeforeFlush = ushort.MaxValue / MeasurementBatch.Patients;

    /// <summary>Adds all months of a batch. Its measurements become integers, 0 where not alive.</summary>
    /// <param name="batch">The patients.</param>
    public void Add(MeasurementBatch batch)
    {
        for (var month = 0; month < record.Alive.Length; month++)
        {
            if (batch.Alive(arm, month) != 0)
            {
                Add(month, batch);
            }
        }

        batchesBeforeFlush--;
        if (batchesBeforeFlush == 0)
        {
            Flush();
        }
    }

    /// <summary>Moves the counts of histograms to the record.</summary>
    public void Flush()
    {
        for (var i = 0; i < histograms.Length; i++)
        {
            record.Histograms[i] += histograms[i];
        }

        Array.Clear(histograms);
        batchesBeforeFlush = ushort.MaxValue / MeasurementBatch.Patients;
    }

    private void Add(int month, MeasurementBatch batch)
    {
        var mask = stackalloc int[MeasurementBatch.Patients];
        var found = stackalloc int[MeasurementBatch.Patients];
        var count = ListLiving(batch.Alive(arm, month), mask);
        record.Alive[month] += count;
        fixed (ushort* start = histograms)
        fixed (int* places = living)
        {
            foreach (var measure in measures)
            {
                var histogram = start + (month * shape.HistogramLength) + offsets[measure];
                Fetch(histogram, bins[measure].Count);
                var sums = Prepare(bins[measure], valuePerCount[measure], batch.Column(arm, month, measure), mask, found);
                var cell = (month * MeasureCatalogue.Count) + measure;
                record.Sums[cell] += sums.Sum;
                record.SumsOfSquares[cell] += sums.SumOfSquares;
                for (var i = 0; i < count; i++)
                {
                    histogram[found[places[i]]]++;
                }
            }
        }
    }

    /// <summary>Lists the places of the living and writes the mask of each place: all bits or none.</summary>
    private int ListLiving(ulong alive, int* mask)
    {
        var count = 0;
        for (var place = 0; place < MeasurementBatch.Patients; place++)
        {
            var counts = (int)(alive >> place) & 1;
            mask[place] = -counts;
            if (counts != 0)
            {
                living[count] = place;
                count++;
            }
        }

        return count;
    }

    /// <summary>Has a histogram on its way from memory while bins are found; the bins themselves are too scattered for the machine to foresee.</summary>
    private static void Fetch(ushort* histogram, int length)
    {
        if (Sse.IsSupported)
        {
            for (var bin = 0; bin < length; bin += BinsOfCacheLine)
            {
                Sse.Prefetch0(histogram + bin);
            }
        }
    }

    /// <summary>Turns a column into integers and finds their bins and sums.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static BatchSums Prepare(HistogramBins bins, float valuePerCount, float* column, int* mask, int* found)
    {
        var sums = default(BatchSums);
        for (var i = 0; i < MeasurementBatch.Patients; i += Vector256<float>.Count)
        {
            var whole = Vector256.ConvertToInt32Native(Vector256.Load(column + i)) & Vector256.Load(mask + i);
            whole.Store((int*)column + i);
            sums.Add(whole);
            bins.BinsOf(Vector256.ConvertToSingle(whole) * Vector256.Create(valuePerCount)).Store(found + i);
        }

        return sums;
    }
}
