using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Model.Pools;

/// <summary>The state at t = 0: a focus of stressed neurons in the onset region, everything else healthy.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public static unsafe class BiologicalOnset<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Writes the counts, compensation, function and toxic protein of row 0; the measures fill in theirs.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="row">Row 0 of a path.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(DiseaseConstants disease, PatientLanes<T> patient, T* row)
    {
        var layout = disease.Layout;
        for (var pool = 0; pool < layout.Pools; pool++)
        {
            var size = disease.PoolSizes[pool];
            var focus = T.Of(disease.FocusSizes[pool]);
            var distance = patient.OnsetRegion - T.Of(pool % RegionValues.Count);
            var stressed = T.IfLess(distance * distance, T.Of(0.25f), focus, T.Of(0f));
            row[layout.Stressed + pool] = stressed;
            row[layout.Healthy + pool] = T.Of(size) - stressed;
        }

        for (var region = 0; region < RegionValues.Count; region++)
        {
            row[layout.Enlargement + region] = T.Of(1f);
        }

        row[layout.ToxicProtein] = T.Of(1f);
        row[layout.DrugConcentration] = T.Of(0f);
        row[layout.Knockdown] = T.Of(0f);
    }
}
