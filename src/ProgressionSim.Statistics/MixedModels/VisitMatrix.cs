using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Arithmetic of small dense matrices in rows padded to whole vectors of four, for the repeated measures model.</summary>
/// <remarks>Products and sums are rounded one by one in a fixed order, so the bits are the same with and without vector hardware.</remarks>
internal static class VisitMatrix
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Numbers of a padded row.</summary>
    public static int Stride(int columns) => (columns + 3) & ~3;

    /// <summary>C = A B, or C += A B; A[i, l] is a[i * aRow + l * aColumn]. Columns are a multiple of 4.</summary>
    public static void Multiply(
        int rows, int columns, int depth, ReadOnlySpan<double> a, int aRow, int aColumn, ReadOnlySpan<double> b, int bRow, Span<double> c, int cRow, bool add = false)
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
        var i = 0;
        for (; i + 2 <= rows; i += 2)
        {
            ref var top = ref Unsafe.Add(ref a0, i * aRow);
            ref var target = ref Unsafe.Add(ref c0, i * cRow);
            var j = 0;
            for (; j + 8 <= columns; j += 8)
            {
                TwoByEight(depth, ref top, aRow, aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref target, j), cRow, add);
            }

            if (j < columns)
            {
                OneByFour(depth, ref top, aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref target, j), add);
                OneByFour(depth, ref Unsafe.Add(ref top, aRow), aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref target, cRow + j), add);
            }
        }

        if (i < rows)
        {
            for (var j = 0; j < columns; j += 4)
            {
                OneByFour(depth, ref Unsafe.Add(ref a0, i * aRow), aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref c0, (i * cRow) + j), add);
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
        precision.Slice(k * stride, stride).CopyTo(row);
        var pivot = row[k];
        var inverse = 1 / pivot;
        for (var i = 0; i < size; i++)
        {
            AddScaled(precision.Slice(i * stride, stride), -row[i] * inverse, row[..stride]);
            precision[(i * stride) + k] = 0;
        }

        precision.Slice(k * stride, stride).Clear();
        return pivot;
    }

    [MethodImpl(Inline)]
    private static void Sweep(Span<double> matrix, int size, int stride, int k, double inverse, Span<double> row)
    {
        var pivotRow = row[..stride];
        matrix.Slice(k * stride, stride).CopyTo(pivotRow);
        pivotRow[k] = 1;
        for (var i = 0; i < size; i++)
        {
            if (i != k)
            {
                var target = matrix.Slice(i * stride, stride);
                var f = target[k] * inverse;
                target[k] = 0;
                AddScaled(target, -f, pivotRow);
            }
        }

        var own = matrix.Slice(k * stride, stride);
        own.Clear();
        AddScaled(own, inverse, pivotRow);
        own[k] = inverse;
    }

    [MethodImpl(Inline)]
    private static void TwoByEight(
        int depth, ref double a, int aRow, int aColumn, ref double b, int bRow, ref double c, int cRow, bool add)
    {
        Vector256<double> c00, c01, c10, c11;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 4);
            c10 = Vector256.LoadUnsafe(ref c, (nuint)cRow);
            c11 = Vector256.LoadUnsafe(ref c, (nuint)cRow + 4);
        }
        else
        {
            c00 = c01 = c10 = c11 = Vector256<double>.Zero;
        }

        for (var l = 0; l < depth; l++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var a0 = Vector256.Create(a);
            var a1 = Vector256.Create(Unsafe.Add(ref a, aRow));
            c00 += a0 * b0;
            c01 += a0 * b1;
            c10 += a1 * b0;
            c11 += a1 * b1;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 4);
        c10.StoreUnsafe(ref c, (nuint)cRow);
        c11.StoreUnsafe(ref c, (nuint)cRow + 4);
    }

    [MethodImpl(Inline)]
    private static void OneByFour(int depth, ref double a, int aColumn, ref double b, int bRow, ref double c, bool add)
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
