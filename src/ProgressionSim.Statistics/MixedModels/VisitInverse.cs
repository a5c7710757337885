using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Inverse of symmetric positive definite matrices in rows padded as those of VisitMatrix.</summary>
/// <remarks>
/// Sweeps of two pivots at a time, on and above the blocks of four on the diagonal. A swept matrix holds the negative inverse; see Goodnight, Am Stat
/// 33:149-158 (1979). Sums are rounded one by one in a fixed order.
/// </remarks>
internal static class VisitInverse
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Longest row that is worked on the stack.</summary>
    private const int Longest = 512;

    /// <summary>Replaces a matrix by its inverse, in full.</summary>
    /// <returns>Logarithm of the determinant; NaN when a pivot falls below tolerance times its diagonal.</returns>
    public static double Invert(Span<double> matrix, int size, double tolerance)
    {
        var stride = VisitMatrix.Stride(size);
        Span<double> scratch = stride <= Longest ? stackalloc double[3 * stride] : new double[3 * stride];
        ref var m0 = ref MemoryMarshal.GetReference(matrix[..(size * stride)]);
        ref var first = ref MemoryMarshal.GetReference(scratch);
        ref var second = ref Unsafe.Add(ref first, stride);
        var diagonal = scratch.Slice(2 * stride, size);
        for (var k = 0; k < size; k++)
        {
            diagonal[k] = matrix[(k * stride) + k];
        }

        double logarithm = 0, product = 1;
        for (var k = 0; k < size; k += 2)
        {
            var pivot = matrix[(k * stride) + k];
            if (!(pivot > tolerance * diagonal[k]) || !double.IsFinite(pivot))
            {
                return double.NaN;
            }

            // A last single pivot is swept with a partner of zeros.
            double next = 1, inverse11 = 1 / pivot, inverse12 = 0, inverse22 = 0;
            Gather(ref m0, stride, k, ref first);
            if (k + 1 < size)
            {
                var cross = matrix[(k * stride) + k + 1];
                var ratio = cross * inverse11;
                next = matrix[((k + 1) * stride) + k + 1] - (cross * ratio);
                if (!(next > tolerance * diagonal[k + 1]) || !double.IsFinite(next))
                {
                    return double.NaN;
                }

                inverse22 = 1 / next;
                inverse12 = -ratio * inverse22;
                inverse11 += ratio * ratio * inverse22;
                Gather(ref m0, stride, k + 1, ref second);
            }
            else
            {
                scratch.Slice(stride, stride).Clear();
            }

            product = product * pivot * next;
            if (product is < 1e-100 or > 1e100)
            {
                logarithm += Math.Log(product);
                product = 1;
            }

            Sweep(ref m0, size, stride, k, ref first, ref second, inverse11, inverse12, inverse22);
        }

        Complete(ref m0, size, stride);
        return logarithm + Math.Log(product);
    }

    /// <summary>Row k of the symmetric matrix, those of its columns that are not kept in the row taken from column k.</summary>
    [MethodImpl(Inline)]
    private static void Gather(ref double matrix, int stride, int k, ref double row)
    {
        var j = 0;
        for (; j < (k & ~3); j += 4)
        {
            Column(ref Unsafe.Add(ref matrix, (j * stride) + k), stride).StoreUnsafe(ref row, (nuint)j);
        }

        for (; j < stride; j += 4)
        {
            Vector256.LoadUnsafe(ref matrix, (nuint)((k * stride) + j)).StoreUnsafe(ref row, (nuint)j);
        }
    }

    [MethodImpl(Inline)]
    private static Vector256<double> Column(ref double top, int stride) =>
        Vector256.Create(top, Unsafe.Add(ref top, stride), Unsafe.Add(ref top, 2 * stride), Unsafe.Add(ref top, 3 * stride));

    private static void Sweep(
        ref double matrix,
        int size,
        int stride,
        int k,
        ref double first,
        ref double second,
        double inverse11,
        double inverse12,
        double inverse22)
    {
        var special = k & ~3;
        var low = Vector256.Create(-1L, -1, 0, 0).AsDouble();
        var lanes = k == special ? low : ~low;
        ref var row = ref matrix;
        for (var i = 0; i < size; i++)
        {
            double r0 = Unsafe.Add(ref first, i), r1 = Unsafe.Add(ref second, i);
            double f0 = (r0 * inverse11) + (r1 * inverse12), f1 = (r0 * inverse12) + (r1 * inverse22);
            var from = i & ~3;
            if (from > special)
            {
                Subtract(ref row, from, stride, f0, f1, ref first, ref second);
            }
            else
            {
                Subtract(ref row, from, special, f0, f1, ref first, ref second);
                var value = Subtracted(ref row, special, Vector256.Create(f0), Vector256.Create(f1), ref first, ref second);
                Vector256.ConditionalSelect(lanes, Vector256.Create(f0, f1, f0, f1), value).StoreUnsafe(ref row, (nuint)special);
                Subtract(ref row, special + 4, stride, f0, f1, ref first, ref second);
            }

            row = ref Unsafe.Add(ref row, stride);
        }

        Replace(ref Unsafe.Add(ref matrix, k * stride), special, stride, inverse11, inverse12, lanes, ref first, ref second);
        if (k + 1 < size)
        {
            Replace(ref Unsafe.Add(ref matrix, (k + 1) * stride), special, stride, inverse12, inverse22, lanes, ref first, ref second);
        }
    }

    [MethodImpl(Inline)]
    private static Vector256<double> Subtracted(
        ref double row, int j, Vector256<double> f0, Vector256<double> f1, ref double first, ref double second) =>
        Vector256.LoadUnsafe(ref row, (nuint)j) - (f0 * Vector256.LoadUnsafe(ref first, (nuint)j)) - (f1 * Vector256.LoadUnsafe(ref second, (nuint)j));

    [MethodImpl(Inline)]
    private static void Subtract(ref double row, int from, int to, double f0, double f1, ref double first, ref double second)
    {
        Vector256<double> g0 = Vector256.Create(f0), g1 = Vector256.Create(f1);
        for (var j = from; j < to; j += 4)
        {
            Subtracted(ref row, j, g0, g1, ref first, ref second).StoreUnsafe(ref row, (nuint)j);
        }
    }

    /// <summary>The row of a pivot.</summary>
    [MethodImpl(Inline)]
    private static void Replace(
        ref double row, int special, int stride, double g0, double g1, Vector256<double> lanes, ref double first, ref double second)
    {
        for (var j = special; j < stride; j += 4)
        {
            var value = Vector256.Create(g0) * Vector256.LoadUnsafe(ref first, (nuint)j);
            value += Vector256.Create(g1) * Vector256.LoadUnsafe(ref second, (nuint)j);
            (j == special ? Vector256.ConditionalSelect(lanes, Vector256.Create(-g0, -g1, -g0, -g1), value) : value).StoreUnsafe(ref row, (nuint)j);
        }
    }

    /// <summary>Turns the sign and fills the part below the diagonal.</summary>
    private static void Complete(ref double matrix, int size, int stride)
    {
        ref var row = ref matrix;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < (i & ~3); j += 4)
            {
                Column(ref Unsafe.Add(ref matrix, (j * stride) + i), stride).StoreUnsafe(ref row, (nuint)j);
            }

            for (var j = i & ~3; j < stride; j += 4)
            {
                (-Vector256.LoadUnsafe(ref row, (nuint)j)).StoreUnsafe(ref row, (nuint)j);
            }

            row = ref Unsafe.Add(ref row, stride);
        }
    }
}
