using System.Runtime.CompilerServices;

namespace ProgressionSim.Model.Lanes;

/// <summary>Elementary functions from + - * / and FMA in a fixed order: the same bits on every platform and width.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>The platform's own exp and log differ between platforms in their last bits. Errors stated here were measured over the stated ranges.</remarks>
public static class LaneMath<T>
    where T : unmanaged, ILanes<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>e^x, relative error below 2e-7; arguments are clamped to -87 and 88.</summary>
    /// <param name="x">Exponent.</param>
    [MethodImpl(Inline)]
    public static T Exp(T x)
    {
        // x = k ln 2 + r with |r| <= ln 2 / 2; e^r by its Taylor polynomial of degree 7, then k goes into the exponent.
        x = T.Min(T.Max(x, T.Of(-87f)), T.Of(88f));
        var shifted = T.Fma(x, T.Of(1.44269504f), T.Of(12582912f));
        var k = shifted - T.Of(12582912f);
        var r = T.Fma(k, T.Of(-0.693145752f), x);
        r = T.Fma(k, T.Of(-1.42860677e-6f), r);
        var p = T.Fma(r, T.Of(1f / 5040), T.Of(1f / 720));
        p = T.Fma(r, p, T.Of(1f / 120));
        p = T.Fma(r, p, T.Of(1f / 24));
        p = T.Fma(r, p, T.Of(1f / 6));
        p = T.Fma(r, p, T.Of(0.5f));
        p = T.Fma(r * r, p, r + T.Of(1f));
        return T.ScaleByPowerOfTwo(p, shifted);
    }

    /// <summary>a / b, rounded once as a division is, without its cost.</summary>
    /// <param name="a">Dividend; 0 or well inside the range of normal numbers.</param>
    /// <param name="b">Divisor, the same in every lane; positive, its significand not the largest below a power of two.</param>
    /// <param name="inverse">1 / b, rounded.</param>
    /// <remarks>Source: P. Markstein, Computation of elementary functions on the IBM RISC System/6000, IBM J Res Dev 34:111 (1990), doi:10.1147/rd.341.0111.</remarks>
    [MethodImpl(Inline)]
    public static T Quotient(T a, float b, float inverse)
    {
        var quotient = a * T.Of(inverse);
        return T.Fma(T.FmaFrom(T.Of(b), quotient, a), T.Of(inverse), quotient);
    }

    /// <summary>Natural logarithm, relative error below 3e-7 (absolute near 1); the argument must be positive and normal.</summary>
    /// <param name="x">A positive, normal number.</param>
    [MethodImpl(Inline)]
    public static T Log(T x)
    {
        // x = 2^e m with m in [0.707, 1.414]; log m = 2 artanh((m - 1) / (m + 1)).
        var exponent = T.Exponent(x);
        var m = T.Significand(x);
        var root2 = T.Of(1.41421356f);
        exponent = T.IfLess(root2, m, exponent + T.Of(1f), exponent);
        m = T.IfLess(root2, m, m * T.Of(0.5f), m);
        var s = (m - T.Of(1f)) / (m + T.Of(1f));
        var z = s * s;
        var p = T.Fma(z, T.Of(2f / 11), T.Of(2f / 9));
        p = T.Fma(z, p, T.Of(2f / 7));
        p = T.Fma(z, p, T.Of(2f / 5));
        p = T.Fma(z, p, T.Of(2f / 3));
        var logM = T.Fma(s * z, p, s + s);
        return T.Fma(exponent, T.Of(0.693147182f), logM);
    }

    /// <summary>x^y for x &gt; 0 (normal).</summary>
    /// <param name="x">Base, positive and normal.</param>
    /// <param name="y">Exponent.</param>
    [MethodImpl(Inline)]
    public static T Power(T x, T y) => Exp(y * Log(x));

    /// <summary>Standard normal quantile, absolute error below 3e-6 for u from 2^-25 to 1 - 2^-25.</summary>
    /// <param name="u">Probability, more than 0 and less than 1.</param>
    /// <remarks>Source: M. Giles, Approximating the erfinv function, GPU Computing Gems Jade Edition (2012), ch. 10, single precision.</remarks>
    [MethodImpl(Inline)]
    public static T NormalQuantile(T u)
    {
        var one = T.Of(1f);
        var x = T.Fma(T.Of(2f), u, T.Of(-1f));
        var w = T.Of(0f) - Log(T.Of(4f) * u * (one - u));
        var central = w - T.Of(2.5f);
        var p = T.Fma(T.Of(2.81022636e-08f), central, T.Of(3.43273939e-07f));
        p = T.Fma(p, central, T.Of(-3.5233877e-06f));
        p = T.Fma(p, central, T.Of(-4.39150654e-06f));
        p = T.Fma(p, central, T.Of(0.00021858087f));
        p = T.Fma(p, central, T.Of(-0.00125372503f));
        p = T.Fma(p, central, T.Of(-0.00417768164f));
        p = T.Fma(p, central, T.Of(0.246640727f));
        p = T.Fma(p, central, T.Of(1.50140941f));
        var tail = T.Sqrt(T.Max(w, T.Of(0f))) - T.Of(3f);
        var q = T.Fma(T.Of(-0.000200214257f), tail, T.Of(0.000100950558f));
        q = T.Fma(q, tail, T.Of(0.00134934322f));
        q = T.Fma(q, tail, T.Of(-0.00367342844f));
        q = T.Fma(q, tail, T.Of(0.00573950773f));
        q = T.Fma(q, tail, T.Of(-0.0076224613f));
        q = T.Fma(q, tail, T.Of(0.00943887047f));
        q = T.Fma(q, tail, T.Of(1.00167406f));
        q = T.Fma(q, tail, T.Of(2.83297682f));
        return T.Of(1.41421356f) * x * T.IfLess(w, T.Of(5f), p, q);
    }
}
