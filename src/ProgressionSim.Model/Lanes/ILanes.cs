using System.Runtime.CompilerServices;

// For the whole assembly: lane values on the stack are always written before they are read; clearing them first costs a few percent of a step.
// The stack arrays outside the lanes (IntrathecalModes) are filled before they are read.
[module: SkipLocalsInit]

namespace ProgressionSim.Model.Lanes;

/// <summary>
/// One or more single-precision numbers worked on at once, each lane a different patient. The model's equations are written once over this type,
/// so every width computes the same bits.
/// </summary>
/// <typeparam name="T">The lane type itself: an unmanaged struct of one vector or one float.</typeparam>
/// <remarks>
/// Every member rounds each lane as IEEE 754 single precision does. <see cref="Fma"/> is the only fused operation: no width may contract others.
/// No lane may reach NaN in the model; <see cref="Min"/> and <see cref="Max"/> return their second argument when they compare equal or unordered.
/// </remarks>
public interface ILanes<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Sum.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term.</param>
    static abstract T operator +(T left, T right);

    /// <summary>Difference.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">What is taken away.</param>
    static abstract T operator -(T left, T right);

    /// <summary>Product.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    static abstract T operator *(T left, T right);

    /// <summary>Quotient.</summary>
    /// <param name="left">Numerator.</param>
    /// <param name="right">Denominator.</param>
    static abstract T operator /(T left, T right);

    /// <summary>The same number in every lane.</summary>
    /// <param name="value">That number.</param>
    static abstract T Of(float value);

    /// <summary>a b + c, rounded once.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="c">Term added.</param>
    static abstract T Fma(T a, T b, T c);

    /// <summary>a b - c, rounded once.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="c">Term taken away.</param>
    static abstract T FmaMinus(T a, T b, T c);

    /// <summary>c - a b, rounded once.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="c">What the product is taken from.</param>
    static abstract T FmaFrom(T a, T b, T c);

    /// <summary>a where a &lt; b, else b.</summary>
    /// <param name="a">First number.</param>
    /// <param name="b">Second number.</param>
    static abstract T Min(T a, T b);

    /// <summary>a where a &gt; b, else b.</summary>
    /// <param name="a">First number.</param>
    /// <param name="b">Second number.</param>
    static abstract T Max(T a, T b);

    /// <summary>Square root; lanes at least 0.</summary>
    /// <param name="value">The number.</param>
    static abstract T Sqrt(T value);

    /// <summary>Largest whole number at or below.</summary>
    /// <param name="value">The number.</param>
    static abstract T Floor(T value);

    /// <summary>Chooses lane by lane: <paramref name="whenLess"/> where a &lt; b, else <paramref name="otherwise"/>.</summary>
    /// <param name="a">Compared.</param>
    /// <param name="b">Compared with.</param>
    /// <param name="whenLess">Taken where a &lt; b.</param>
    /// <param name="otherwise">Taken elsewhere.</param>
    static abstract T IfLess(T a, T b, T whenLess, T otherwise);

    /// <summary>Adds the lowest nine bits of <paramref name="power"/>'s representation to the exponent of <paramref name="value"/>.</summary>
    /// <param name="value">A normal number.</param>
    /// <param name="power">A whole number added to 1.5 * 2^23, so that its low bits hold that whole number.</param>
    static abstract T ScaleByPowerOfTwo(T value, T power);

    /// <summary>Unbiased binary exponent, as a number; lanes positive and normal.</summary>
    /// <param name="value">The number.</param>
    static abstract T Exponent(T value);

    /// <summary>Significand in [1, 2); lanes positive and normal.</summary>
    /// <param name="value">The number.</param>
    static abstract T Significand(T value);

    /// <summary>The smaller of a number that is not negative and the absolute value of another.</summary>
    /// <param name="smallest">Not negative.</param>
    /// <param name="value">Any number.</param>
    static abstract T SmallerMagnitude(T smallest, T value);

    /// <summary>Adds one to an integer count where a number's sign bit is set. Counts are integers in the lanes' bits, starting from all bits 0.</summary>
    /// <param name="count">Counts.</param>
    /// <param name="value">Numbers looked at.</param>
    static abstract T CountNegative(T count, T value);

    /// <summary>A count as a number.</summary>
    /// <param name="count">Counts, up to 2^24.</param>
    static abstract T NumberOfCount(T count);

    /// <summary>True when the sign bit is set in every lane of all four.</summary>
    /// <param name="a">First numbers.</param>
    /// <param name="b">Second numbers.</param>
    /// <param name="c">Third numbers.</param>
    /// <param name="d">Fourth numbers.</param>
    static abstract bool AllNegative(T a, T b, T c, T d);

    /// <summary>Bit i is set where lane i has a &lt; b.</summary>
    /// <param name="a">Compared.</param>
    /// <param name="b">Compared with.</param>
    static abstract uint LessMask(T a, T b);

    /// <summary>The upper 24 bits of each lane's word as a number from 0 to 2^24 - 1.</summary>
    /// <param name="words">One word a lane.</param>
    static abstract unsafe T OfUpperBits(uint* words);
}
