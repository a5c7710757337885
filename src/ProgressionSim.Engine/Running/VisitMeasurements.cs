using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Running;

/// <summary>Takes the recorded measurements of a visit from a state and rounds them to fixed point.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class VisitMeasurements<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly DiseaseConstants disease;
    private readonly MeasureConstants measures;
    private readonly PathLayout layout;
    private readonly int[] recorded;

    // In the order of the recorded measures.
    private readonly float[] scales;
    private readonly int[] entries;
    private readonly T*[] written;

    private readonly bool counts;
    private readonly bool motorUnits;
    private readonly bool alsfrs;
    private readonly bool stages;
    private readonly bool vitalCapacity;
    private readonly bool neurofilament;
    private readonly LaneBuffer<T> cells = new(MeasureCatalogue.Count);
    private readonly LaneBuffer<T> scores = new(VisitScores<T>.Length);
    private readonly LaneBuffer<T> sums = new(MeasureCatalogue.Function);
    private readonly LaneBuffer<T> capacity = new(RegionValues.Count);

    public VisitMeasurements(MeasureSelection selection, DiseaseConstants disease, MeasureConstants measures)
    {
        this.disease = disease;
        this.measures = measures;
        layout = disease.Layout;
        recorded = [.. selection.Numbers];
        scales = [.. recorded.Select(measure => (float)selection.Catalogue.Observed[measure].Scale)];
        entries = [.. recorded.Select(Entry)];
        written = new T*[recorded.Length];
        for (var i = 0; i < recorded.Length; i++)
        {
            written[i] = Written(recorded[i]);
        }

        counts = selection.Contains(MeasureCatalogue.Healthy, MeasureCatalogue.Function);
        motorUnits = selection.Contains(MeasureCatalogue.MotorUnitNumber, RegionValues.Count);
        stages = selection.Contains(MeasureCatalogue.KingsStage, 2);
        alsfrs = stages || selection.Contains(MeasureCatalogue.AlsfrsDomain, RegionValues.Count + 1);
        vitalCapacity = selection.Contains(MeasureCatalogue.Svc);
        neurofilament = selection.Contains(MeasureCatalogue.Neurofilament);
    }

    /// <summary>Gets the measurements taken last, whole numbers in fixed point, by number of the measure; those not recorded are of no meaning.</summary>
    public T* Cells => cells.Start;

    /// <summary>Entries of a state that the recorded measures are taken from.</summary>
    public IEnumerable<int> Entries()
    {
        var needed = new List<int>();
        if (counts || motorUnits)
        {
            needed.AddRange(Enumerable.Range(layout.Healthy, layout.Pools));
            needed.AddRange(Enumerable.Range(layout.Stressed, layout.Pools));
        }

        if (alsfrs || vitalCapacity || recorded.Any(measure => measure is >= MeasureCatalogue.Function and < MeasureCatalogue.MotorUnitNumber))
        {
            needed.AddRange(Enumerable.Range(layout.Function, RegionValues.Count));
        }

        foreach (var (measure, entry) in ((int, int)[])
            [
                (MeasureCatalogue.Neurofilament, layout.Neurofilament),
                (MeasureCatalogue.ToxicProtein, layout.ToxicProtein),
                (MeasureCatalogue.Knockdown, layout.Knockdown),
                (MeasureCatalogue.DrugConcentration, layout.DrugConcentration),
            ])
        {
            if (recorded.Contains(measure))
            {
                needed.Add(entry);
            }
        }

        return needed;
    }

    /// <summary>Takes a visit's measurements.</summary>
    /// <param name="patients">The patients.</param>
    /// <param name="noise">Noise of the visit.</param>
    /// <param name="state">Their state, in the layout of a path's row.</param>
    public void Take(PatientLanes<T> patients, VisitNoise<T> noise, T* state)
    {
        var found = new VisitScores<T>(scores.Start);
        if (alsfrs)
        {
            ClinicalVisit<T>.Alsfrs(measures, patients, noise, state + layout.Function, found);
        }

        if (stages)
        {
            ClinicalVisit<T>.Stages(measures, found);
        }

        if (vitalCapacity)
        {
            ClinicalVisit<T>.VitalCapacity(measures, patients, noise, state + layout.Function, found);
        }

        if (neurofilament)
        {
            ClinicalVisit<T>.NeurofilamentAssay(measures, noise, state + layout.Neurofilament, found);
        }

        if (motorUnits)
        {
            WriteCapacities(state);
            ClinicalVisit<T>.MotorUnitNumbers(disease, measures, noise, capacity.Start, found);
        }

        if (counts)
        {
            WriteCounts(state);
        }

        Round(state);
    }

    public void Dispose()
    {
        cells.Dispose();
        scores.Dispose();
        sums.Dispose();
        capacity.Dispose();
    }

    private static T* Address(ref T value) => (T*)Unsafe.AsPointer(ref value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteCapacities(T* state)
    {
        for (var region = 0; region < RegionValues.Count; region++)
        {
            capacity.Start[region] = MotorFunction<T>.Capacity(disease, state, region);
        }
    }

    /// <summary>Neurons of all motor-unit types of a region, by number of the measure.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteCounts(T* state)
    {
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var healthy = T.Of(0f);
            var stressed = T.Of(0f);
            for (var pool = region; pool < layout.Pools; pool += RegionValues.Count)
            {
                healthy += state[layout.Healthy + pool];
                stressed += state[layout.Stressed + pool];
            }

            sums.Start[MeasureCatalogue.Healthy + region] = healthy;
            sums.Start[MeasureCatalogue.Stressed + region] = stressed;
            sums.Start[MeasureCatalogue.Lost + region] = T.Of(disease.Neurons[region]) - healthy - stressed;
        }
    }

    /// <summary>Where a measure's values are written; null when they are an entry of the state.</summary>
    private T* Written(int measure)
    {
        var found = new VisitScores<T>(scores.Start);
        return measure switch
        {
            < MeasureCatalogue.Function => sums.Start + measure,
            < MeasureCatalogue.MotorUnitNumber => null,
            < MeasureCatalogue.AlsfrsDomain => found.MotorUnitNumber + (measure - MeasureCatalogue.MotorUnitNumber),
            < MeasureCatalogue.AlsfrsTotal => found.Domains + (measure - MeasureCatalogue.AlsfrsDomain),
            MeasureCatalogue.AlsfrsTotal => Address(ref found.AlsfrsTotal),
            MeasureCatalogue.KingsStage => Address(ref found.KingsStage),
            MeasureCatalogue.MitosStage => Address(ref found.MitosStage),
            MeasureCatalogue.Svc => Address(ref found.SvcPercent),
            MeasureCatalogue.Neurofilament => Address(ref found.Neurofilament),
            _ => null,
        };
    }

    /// <summary>Entry of the state that a measure not <see cref="Written"/> is.</summary>
    private int Entry(int measure) => measure switch
    {
        MeasureCatalogue.ToxicProtein => layout.ToxicProtein,
        MeasureCatalogue.Knockdown => layout.Knockdown,
        MeasureCatalogue.DrugConcentration => layout.DrugConcentration,
        _ => layout.Function + (measure - MeasureCatalogue.Function),
    };

    /// <summary>Rounds the recorded measures to fixed point; values no record could hold stop at its largest.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Round(T* state)
    {
        for (var i = 0; i < recorded.Length; i++)
        {
            var value = written[i] == null ? state[entries[i]] : *written[i];
            var whole = T.Floor((value * T.Of(scales[i])) + T.Of(0.5f));
            cells.Start[recorded[i]] = T.Max(T.Min(whole, T.Of(Recorder.LargestCell)), T.Of(-Recorder.LargestCell));
        }
    }
}
