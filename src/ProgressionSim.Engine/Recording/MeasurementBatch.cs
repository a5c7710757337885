using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgressionSim.Engine.Recording;

/// <summary>Measurements of some patients in all arms, put together so that each month and measure is added up for all of them at once.</summary>
/// <remarks>
/// Adding up a block as it is measured would touch the histograms of every arm, month and measure for a few patients at a time, which are megabytes. With
/// <see cref="Patients"/> of them a histogram is fetched once and stays in the first-level cache.
/// </remarks>
internal sealed unsafe class MeasurementBatch
{
    /// <summary>Patients in a batch: one bit each in <see cref="Alive"/>. Every number of lanes divides it.</summary>
    public const int Patients = 64;

    private const int CacheLine = 64;

    private readonly int months;
    private readonly int[] measures;
    private readonly int[] columns;
    private readonly float[] room;
    private readonly float* values;
    private readonly ulong[] alive;

    /// <summary>Makes room.</summary>
    /// <param name="shape">Sizes of the record.</param>
    public MeasurementBatch(RecordShape shape)
    {
        months = shape.Months;
        measures = [.. shape.RecordedMeasures];
        columns = new int[MeasureCatalogue.Count];
        for (var i = 0; i < measures.Length; i++)
        {
            columns[measures[i]] = i;
        }

        alive = new ulong[shape.Arms * months];

        // Pinned, so that a pointer into it stays valid.
        room = GC.AllocateArray<float>((alive.Length * measures.Length * Patients) + (CacheLine / sizeof(float)), pinned: true);
        fixed (float* start = room)
        {
            values = (float*)(((nuint)start + CacheLine - 1) / CacheLine * CacheLine);
        }
    }

    /// <summary>Gets the number of places taken, by patients analysed or not.</summary>
    public int Taken { get; private set; }

    /// <summary>Bit of each place whose patient is analysed and alive.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    public ulong Alive(int arm, int month) => alive[(arm * months) + month];

    /// <summary>Measurements by place: whole numbers as floats; of no meaning where not alive.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    /// <param name="measure">A measure that is recorded.</param>
    public float* Column(int arm, int month, int measure) => values + (((((arm * months) + month) * measures.Length) + columns[measure]) * Patients);

    /// <summary>Puts a month of an arm into the next places.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    /// <param name="cells">Measurements: [measure * lanes + lane].</param>
    /// <param name="lanes">Number of lanes: 1, or a multiple of 4.</param>
    /// <param name="living">Bit of each lane whose patient is analysed and alive.</param>
    public void Put(int arm, int month, float* cells, int lanes, uint living)
    {
        alive[(arm * months) + month] |= (ulong)living << Taken;
        var to = values + ((((arm * months) + month) * measures.Length) * Patients) + Taken;
        var nextMonth = measures.Length * Patients;
        foreach (var measure in measures)
        {
            Copy(cells + (measure * lanes), to, lanes);

            // What is written next lies in memory that was last touched a block ago.
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(to + nextMonth);
            }

            to += Patients;
        }
    }

    /// <summary>Takes the places the block just put used.</summary>
    /// <param name="lanes">Number of lanes.</param>
    public void Take(int lanes) => Taken += lanes;

    /// <summary>Frees all places.</summary>
    public void Clear()
    {
        Taken = 0;
        Array.Clear(alive);
    }

    private static void Copy(float* from, float* to, int lanes)
    {
        if (lanes < Vector128<float>.Count)
        {
            *to = *from;
            return;
        }

        for (var lane = 0; lane < lanes; lane += Vector128<float>.Count)
        {
            Vector128.Load(from + lane).Store(to + lane);
        }
    }
}
