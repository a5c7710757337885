using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Model.Treatments;

/// <summary>Concentration and knock-down of an antisense drug over a step.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public static unsafe class AntisenseDrug<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Adds the step's doses, decays every mode by a step and gives the concentration at the step's middle.</summary>
    /// <param name="drug">The drug in these patients.</param>
    /// <param name="doses">Doses given at the start of the step.</param>
    /// <param name="amplitudes">Amplitude of each mode, mg/L; changed in place.</param>
    /// <returns>Effect-compartment concentration at the middle of the step, mg/L; at least 0.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Advance(DrugLanes<T> drug, T doses, T* amplitudes)
    {
        var concentration = T.Of(0f);
        for (var mode = 0; mode < drug.Modes; mode++)
        {
            var dosed = T.Fma(doses, drug.Input[mode], amplitudes[mode]);
            concentration = T.Fma(dosed, drug.KeptHalfway[mode], concentration);
            amplitudes[mode] = dosed * drug.Kept[mode];
        }

        // Modes of opposite sign cancel just after a dose; rounding must not leave a negative concentration.
        return T.Max(concentration, T.Of(0f));
    }

    /// <summary>E = Emax x^h / (1 + x^h), x = C / EC50.</summary>
    /// <param name="concentration">C, mg/L; at least 0.</param>
    /// <param name="inverseEc50">One over EC50, L/mg.</param>
    /// <param name="maximum">Emax, 0-1.</param>
    /// <param name="hill">h, more than 0.</param>
    /// <returns>Knock-down, 0 to Emax; exactly 0 where there is no drug.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Knockdown(T concentration, T inverseEc50, float maximum, float hill)
    {
        var x = concentration * inverseEc50;
        if (hill != 1)
        {
            x = T.IfLess(T.Of(1e-30f), x, LaneMath<T>.Power(T.Max(x, T.Of(1e-30f)), T.Of(hill)), T.Of(0f));
        }

        return T.Of(maximum) * x / (T.Of(1f) + x);
    }
}
