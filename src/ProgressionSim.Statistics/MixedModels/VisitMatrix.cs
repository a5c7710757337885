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
            var wide = columns - j >= 8;
            for (int i = 0, strip; i < rows; i += strip)
            {
                strip = Strip(rows - i);
                ref var left = ref Unsafe.Add(ref a0, i * aRow);
                ref var target = ref Unsafe.Add(ref c0, (i * cRow) + j);
                if (wide)
                {
                    VisitKernels.ByEight(strip, depth, ref left, aRow, aColumn, ref right, bRow, ref target, cRow, add);
                }
                else
                {
                    VisitKernels.ByFour(strip, depth, ref left, aRow, aColumn, ref right, bRow, ref target, cRow, add);
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

    /// <summary>Upper Cholesky factor in place, with the reciprocals of its diagonal; entries below it are spoilt.</summary>
    /// <returns>False when the matrix is not positive definite.</returns>
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

            // Only now: a wide load soon after a narrow store would stall.
            Unsafe.Add(ref pivotRow, k) = scale[0];
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
            var value = vector[k] * row[k];
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

            vector[k] = value * row[k];
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

    /// <summary>Rows to take next: four or three at once keep the adders busy, fewer wait for each other's sums.</summary>
    [MethodImpl(Inline)]
    private static int Strip(int left) => left is 4 or > 6 ? 4 : Math.Min(left, 3);
}
