using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Arithmetic of small dense matrices in rows padded to whole vectors of four, for the repeated measures model.</summary>
/// <remarks>Products and sums are rounded one by one in a fixed order, so the bits are the same with and without vector hardware.</remarks>
internal static class VisitMatrix
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private static Vector256<double> Places => Vector256.Create(0.0, 1, 2, 3);

    /// <summary>Numbers of a padded row.</summary>
    public static int Stride(int columns) => (columns + 3) & ~3;

    /// <summary>C = A B, or C += A B; A[i, l] is a[i * aRow + l * aColumn]. Columns are a multiple of 4.</summary>
    public static void Multiply(
        int rows,
        int columns,
        int depth,
        ReadOnlySpan<double> a,
        int aRow,
        int aColumn,
        ReadOnlySpan<double> b,
        int bRow,
        Span<double> c,
        int cRow,
        bool add = false)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }

        if (((columns & 3) != 0) | (((rows - 1) * cRow) + columns > c.Length)
            | (depth > 0 && ((((depth - 1) * bRow) + columns > b.Length) | (((rows - 1) * aRow) + ((depth - 1) * aColumn) >= a.Length))))
        {
            throw new ArgumentException("Matrices do not fit together.", nameof(columns));
        }

        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        ref var c0 = ref MemoryMarshal.GetReference(c);
        for (var j = 0; j < columns; j += 8)
        {
            ref var right = ref Unsafe.Add(ref b0, j);
            ref var target = ref Unsafe.Add(ref c0, j);
            var i = 0;
            if (columns - j >= 8)
            {
                for (; i + 4 <= rows; i += 4)
                {
                    FourByEight(depth, ref Unsafe.Add(ref a0, i * aRow), aRow, aColumn, ref right, bRow, ref Unsafe.Add(ref target, i * cRow), cRow, add);
                }

                for (; i < rows; i++)
                {
                    OneByEight(depth, ref Unsafe.Add(ref a0, i * aRow), aColumn, ref right, bRow, ref Unsafe.Add(ref target, i * cRow), add);
                }
            }
            else
            {
                for (; i + 4 <= rows; i += 4)
                {
                    FourByFour(depth, ref Unsafe.Add(ref a0, i * aRow), aRow, aColumn, ref right, bRow, ref Unsafe.Add(ref target, i * cRow), cRow, add);
                }

                for (; i < rows; i++)
                {
                    OneByFour(depth, ref Unsafe.Add(ref a0, i * aRow), aColumn, ref right, bRow, ref Unsafe.Add(ref target, i * cRow), add);
                }
            }
        }
    }

    /// <summary>Sum of products of two arrays; the length is a multiple of 4.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = Vector256<double>.Zero;
        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b[..a.Length]);
        for (var i = 0; i < a.Length; i += 4)
        {
            sum += Vector256.LoadUnsafe(ref a0, (nuint)i) * Vector256.LoadUnsafe(ref b0, (nuint)i);
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    /// <summary>target += factor * source; the length is a multiple of 4.</summary>
    [MethodImpl(Inline)]
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        ref var t0 = ref MemoryMarshal.GetReference(target);
        ref var s0 = ref MemoryMarshal.GetReference(source[..target.Length]);
        var f = Vector256.Create(factor);
        for (var i = 0; i < target.Length; i += 4)
        {
            (Vector256.LoadUnsafe(ref t0, (nuint)i) + (f * Vector256.LoadUnsafe(ref s0, (nuint)i))).StoreUnsafe(ref t0, (nuint)i);
        }
    }

    /// <summary>
    /// Replaces a symmetric positive definite matrix by its inverse (sweeps on the diagonal), in rows of Stride(size).
    /// </summary>
    /// <returns>Logarithm of the determinant; NaN when a pivot falls below tolerance times its diagonal.</returns>
    public static double Invert(Span<double> matrix, int size, double tolerance, Span<double> row)
    {
        var stride = Stride(size);
        var diagonal = row.Slice(stride, size);
        for (var k = 0; k < size; k++)
        {
            diagonal[k] = matrix[(k * stride) + k];
        }

        double logarithm = 0, product = 1;
        for (var k = 0; k < size; k++)
        {
            var pivot = matrix[(k * stride) + k];
            if (!(pivot > tolerance * diagonal[k]) || !double.IsFinite(pivot))
            {
                return double.NaN;
            }

            product *= pivot;
            if (product is < 1e-100 or > 1e100)
            {
                logarithm += Math.Log(product);
                product = 1;
            }

            Sweep(matrix, size, stride, k, 1 / pivot, row);
        }

        return logarithm + Math.Log(product);
    }

    /// <summary>Upper Cholesky factor in place (entries below the diagonal are spoilt); false when the matrix is not positive definite.</summary>
    public static bool Factor(Span<double> matrix, int size)
    {
        var stride = Stride(size);
        if (matrix.Length < size * stride)
        {
            throw new ArgumentException("The matrix is short.", nameof(matrix));
        }

        ref var m0 = ref MemoryMarshal.GetReference(matrix);
        for (var k = 0; k < size; k++)
        {
            ref var pivotRow = ref Unsafe.Add(ref m0, k * stride);
            var pivot = Unsafe.Add(ref pivotRow, k);
            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                return false;
            }

            var scale = Vector256.Create(1 / Math.Sqrt(pivot));
            for (var j = k & ~3; j < stride; j += 4)
            {
                (Vector256.LoadUnsafe(ref pivotRow, (nuint)j) * scale).StoreUnsafe(ref pivotRow, (nuint)j);
            }

            for (var i = k + 1; i < size; i++)
            {
                ref var target = ref Unsafe.Add(ref m0, i * stride);
                var f = Vector256.Create(Unsafe.Add(ref pivotRow, i));
                for (var j = i & ~3; j < stride; j += 4)
                {
                    (Vector256.LoadUnsafe(ref target, (nuint)j) - (f * Vector256.LoadUnsafe(ref pivotRow, (nuint)j))).StoreUnsafe(ref target, (nuint)j);
                }
            }
        }

        return true;
    }

    /// <summary>Solves U'U x = b in place, with the factor that Factor made.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> vector)
    {
        var stride = Stride(size);
        for (var k = 0; k < size; k++)
        {
            var row = factor.Slice(k * stride, size);
            var value = vector[k] / row[k];
            vector[k] = value;
            for (var j = k + 1; j < row.Length; j++)
            {
                vector[j] -= row[j] * value;
            }
        }

        for (var k = size - 1; k >= 0; k--)
        {
            var row = factor.Slice(k * stride, size);
            var value = vector[k];
            for (var j = k + 1; j < row.Length; j++)
            {
                value -= row[j] * vector[j];
            }

            vector[k] = value / row[k];
        }
    }

    /// <summary>Takes visit k out of a precision matrix: that of the other visits alone; its row and column become 0.</summary>
    /// <returns>The pivot, 1/variance of the visit given the others.</returns>
    public static double Drop(Span<double> precision, int size, int stride, int k, Span<double> row)
    {
        ref var own = ref MemoryMarshal.GetReference(precision.Slice(k * stride, stride));
        ref var r0 = ref MemoryMarshal.GetReference(row[..stride]);
        ref var target = ref MemoryMarshal.GetReference(precision[..(size * stride)]);
        var place = Vector256.Create((double)k);
        var pivot = Unsafe.Add(ref own, k);
        var inverse = 1 / pivot;
        for (var j = 0; j < stride; j += 4)
        {
            Vector256.LoadUnsafe(ref own, (nuint)j).StoreUnsafe(ref r0, (nuint)j);
        }

        // No single numbers are stored into rows: a wider load soon after would stall.
        for (var i = 0; i < size; i++)
        {
            var f = Vector256.Create(-Unsafe.Add(ref r0, i) * inverse);
            for (var j = 0; j < stride; j += 4)
            {
                var value = Vector256.LoadUnsafe(ref target, (nuint)j) + (f * Vector256.LoadUnsafe(ref r0, (nuint)j));
                Vector256.AndNot(value, Vector256.Equals(Places + Vector256.Create((double)j), place)).StoreUnsafe(ref target, (nuint)j);
            }

            target = ref Unsafe.Add(ref target, stride);
        }

        for (var j = 0; j < stride; j += 4)
        {
            Vector256<double>.Zero.StoreUnsafe(ref own, (nuint)j);
        }

        return pivot;
    }

    /// <summary>One step of Gauss-Jordan elimination in place.</summary>
    [MethodImpl(Inline)]
    private static void Sweep(Span<double> matrix, int size, int stride, int k, double inverse, Span<double> row)
    {
        ref var own = ref MemoryMarshal.GetReference(matrix.Slice(k * stride, stride));
        ref var p0 = ref MemoryMarshal.GetReference(row[..stride]);
        ref var target = ref MemoryMarshal.GetReference(matrix[..(size * stride)]);
        var place = Vector256.Create((double)k);
        for (var j = 0; j < stride; j += 4)
        {
            Vector256.LoadUnsafe(ref own, (nuint)j).StoreUnsafe(ref p0, (nuint)j);
        }

        var special = k & ~3;
        var lane = Vector256.Equals(Places + Vector256.Create((double)special), place);
        for (var i = 0; i < size; i++)
        {
            var f = Vector256.Create(-Unsafe.Add(ref target, k) * inverse);
            for (var j = 0; j < stride; j += 4)
            {
                var value = Vector256.LoadUnsafe(ref target, (nuint)j) + (f * Vector256.LoadUnsafe(ref p0, (nuint)j));
                (j == special ? Vector256.ConditionalSelect(lane, f, value) : value).StoreUnsafe(ref target, (nuint)j);
            }

            target = ref Unsafe.Add(ref target, stride);
        }

        var scale = Vector256.Create(inverse);
        for (var j = 0; j < stride; j += 4)
        {
            var value = scale * Vector256.LoadUnsafe(ref p0, (nuint)j);
            (j == special ? Vector256.ConditionalSelect(lane, scale, value) : value).StoreUnsafe(ref own, (nuint)j);
        }
    }

    [MethodImpl(Inline)]
    private static void FourByEight(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        ref var c2 = ref Unsafe.Add(ref c, 2 * cRow);
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 4);
            c10 = Vector256.LoadUnsafe(ref c, (nuint)cRow);
            c11 = Vector256.LoadUnsafe(ref c, (nuint)cRow + 4);
            c20 = Vector256.LoadUnsafe(ref c2);
            c21 = Vector256.LoadUnsafe(ref c2, 4);
            c30 = Vector256.LoadUnsafe(ref c2, (nuint)cRow);
            c31 = Vector256.LoadUnsafe(ref c2, (nuint)cRow + 4);
        }

        for (var l = 0; l < depth; l++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            ref var lower = ref Unsafe.Add(ref a, 2 * aRow);
            var a0 = Vector256.Create(a);
            c00 += a0 * b0;
            c01 += a0 * b1;
            var a1 = Vector256.Create(Unsafe.Add(ref a, aRow));
            c10 += a1 * b0;
            c11 += a1 * b1;
            var a2 = Vector256.Create(lower);
            c20 += a2 * b0;
            c21 += a2 * b1;
            var a3 = Vector256.Create(Unsafe.Add(ref lower, aRow));
            c30 += a3 * b0;
            c31 += a3 * b1;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 4);
        c10.StoreUnsafe(ref c, (nuint)cRow);
        c11.StoreUnsafe(ref c, (nuint)cRow + 4);
        c20.StoreUnsafe(ref c2);
        c21.StoreUnsafe(ref c2, 4);
        c30.StoreUnsafe(ref c2, (nuint)cRow);
        c31.StoreUnsafe(ref c2, (nuint)cRow + 4);
    }

    [MethodImpl(Inline)]
    private static void FourByFour(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c0 = default, c1 = default, c2 = default, c3 = default;
        ref var lowerC = ref Unsafe.Add(ref c, 2 * cRow);
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref c, (nuint)cRow);
            c2 = Vector256.LoadUnsafe(ref lowerC);
            c3 = Vector256.LoadUnsafe(ref lowerC, (nuint)cRow);
        }

        for (var l = 0; l < depth; l++)
        {
            var value = Vector256.LoadUnsafe(ref b);
            ref var lower = ref Unsafe.Add(ref a, 2 * aRow);
            c0 += Vector256.Create(a) * value;
            c1 += Vector256.Create(Unsafe.Add(ref a, aRow)) * value;
            c2 += Vector256.Create(lower) * value;
            c3 += Vector256.Create(Unsafe.Add(ref lower, aRow)) * value;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, (nuint)cRow);
        c2.StoreUnsafe(ref lowerC);
        c3.StoreUnsafe(ref lowerC, (nuint)cRow);
    }

    [MethodImpl(Inline)]
    private static void OneByEight(int depth, ref double a, nint aColumn, ref double b, nint bRow, ref double c, bool add)
    {
        Vector256<double> c0 = default, c1 = default;
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref c, 4);
        }

        for (var l = 0; l < depth; l++)
        {
            var value = Vector256.Create(a);
            c0 += value * Vector256.LoadUnsafe(ref b);
            c1 += value * Vector256.LoadUnsafe(ref b, 4);
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 4);
    }

    [MethodImpl(Inline)]
    private static void OneByFour(int depth, ref double a, nint aColumn, ref double b, nint bRow, ref double c, bool add)
    {
        var sum = add ? Vector256.LoadUnsafe(ref c) : Vector256<double>.Zero;
        for (var l = 0; l < depth; l++)
        {
            sum += Vector256.Create(a) * Vector256.LoadUnsafe(ref b);
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        sum.StoreUnsafe(ref c);
    }
}
