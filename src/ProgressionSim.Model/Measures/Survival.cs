using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Measures;

/// <summary>Hazard of death or permanent ventilation and its sum along the path.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// hazard = background(age) + hMax (e^(-k F_resp) - e^-k) / (1 - e^-k), and the same with the bulbar function where a bulbar term is set; summed by the
/// trapezoidal rule and compared with one Exp(1) threshold per patient.
/// </remarks>
public static unsafe class Survival<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Hazard over one step at the state of a row.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="step">Steps since biological onset.</param>
    /// <param name="row">The row: functions are read, the hazard written.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteHazard(DiseaseConstants disease, MeasureConstants measures, PatientLanes<T> patient, float step, T* row)
    {
        var layout = disease.Layout;
        var hazard = patient.BackgroundHazard;
        if (measures.BackgroundRisePerStep != 0)
        {
            hazard *= LaneMath<T>.Exp(T.Of(measures.BackgroundRisePerStep * step));
        }

        hazard = AddTerm(measures, row[layout.Function + (int)Region.Respiratory], measures.RespiratoryHazard, hazard);
        if (measures.BulbarHazard != 0)
        {
            hazard = AddTerm(measures, row[layout.Function + (int)Region.Bulbar], measures.BulbarHazard, hazard);
        }

        row[layout.DeathHazard] = hazard;
    }

    /// <summary>Advances the cumulative hazard by a step whose end already has its hazard.</summary>
    /// <param name="layout">Rows of the path.</param>
    /// <param name="before">Row at the start of the step.</param>
    /// <param name="after">Row at its end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(PathLayout layout, T* before, T* after) =>
        after[layout.CumulativeDeathHazard] =
            T.Fma(T.Of(0.5f), before[layout.DeathHazard] + after[layout.DeathHazard], before[layout.CumulativeDeathHazard]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddTerm(MeasureConstants measures, T function, float scale, T hazard)
    {
        var weakness = LaneMath<T>.Exp(T.Of(-measures.Steepness) * function) - T.Of(measures.HazardFloor);
        return T.Fma(T.Of(scale), T.Max(weakness, T.Of(0f)), hazard);
    }
}
