using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>The innermost loops of VisitMatrix.Multiply: a few rows of the product stay in registers while the sums run.</summary>
internal static class VisitKernels
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>C = A B or C += A B for one to four rows of C and eight columns; arguments as in VisitMatrix.Multiply.</summary>
    [MethodImpl(Inline)]
    public static void ByEight(
        int rows, int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        if (rows == 4)
        {
            FourByEight(depth, ref a, aRow, aColumn, ref b, bRow, ref c, cRow, add);
        }
        else if (rows == 3)
        {
            ThreeByEight(depth, ref a, aRow, aColumn, ref b, bRow, ref c, cRow, add);
        }
        else if (rows == 2)
        {
            TwoByEight(depth, ref a, aRow, aColumn, ref b, bRow, ref c, cRow, add);
        }
        else
        {
            OneByEight(depth, ref a, aColumn, ref b, bRow, ref c, add);
        }
    }

    /// <summary>C = A B or C += A B for one to four rows of C and four columns; arguments as in VisitMatrix.Multiply.</summary>
    [MethodImpl(Inline)]
    public static void ByFour(
        int rows, int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        if (rows == 4)
        {
            FourByFour(depth, ref a, aRow, aColumn, ref b, bRow, ref c, cRow, add);
        }
        else if (rows == 3)
        {
            ThreeByFour(depth, ref a, aRow, aColumn, ref b, bRow, ref c, cRow, add);
        }
        else if (rows == 2)
        {
            TwoByFour(depth, ref a, aRow, aColumn, ref b, bRow, ref c, cRow, add);
        }
        else
        {
            OneByFour(depth, ref a, aColumn, ref b, bRow, ref c, add);
        }
    }

    [MethodImpl(Inline)]
    private static void FourByEight(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 4);
            c10 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow));
            c11 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow), 4);
            c20 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
            c21 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * cRow), 4);
            c30 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * cRow));
            c31 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * cRow), 4);
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
        c10.StoreUnsafe(ref Unsafe.Add(ref c, cRow));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, cRow), 4);
        c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
        c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * cRow), 4);
        c30.StoreUnsafe(ref Unsafe.Add(ref c, 3 * cRow));
        c31.StoreUnsafe(ref Unsafe.Add(ref c, 3 * cRow), 4);
    }

    [MethodImpl(Inline)]
    private static void ThreeByEight(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 4);
            c10 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow));
            c11 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow), 4);
            c20 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
            c21 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * cRow), 4);
        }

        for (var l = 0; l < depth; l++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var a0 = Vector256.Create(a);
            c00 += a0 * b0;
            c01 += a0 * b1;
            var a1 = Vector256.Create(Unsafe.Add(ref a, aRow));
            c10 += a1 * b0;
            c11 += a1 * b1;
            var a2 = Vector256.Create(Unsafe.Add(ref a, 2 * aRow));
            c20 += a2 * b0;
            c21 += a2 * b1;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 4);
        c10.StoreUnsafe(ref Unsafe.Add(ref c, cRow));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, cRow), 4);
        c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
        c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * cRow), 4);
    }

    [MethodImpl(Inline)]
    private static void TwoByEight(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c00 = default, c01 = default, c10 = default, c11 = default;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 4);
            c10 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow));
            c11 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow), 4);
        }

        for (var l = 0; l < depth; l++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var a0 = Vector256.Create(a);
            c00 += a0 * b0;
            c01 += a0 * b1;
            var a1 = Vector256.Create(Unsafe.Add(ref a, aRow));
            c10 += a1 * b0;
            c11 += a1 * b1;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 4);
        c10.StoreUnsafe(ref Unsafe.Add(ref c, cRow));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, cRow), 4);
    }

    [MethodImpl(Inline)]
    private static void OneByEight(int depth, ref double a, nint aColumn, ref double b, nint bRow, ref double c, bool add)
    {
        Vector256<double> c00 = default, c01 = default;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 4);
        }

        for (var l = 0; l < depth; l++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var a0 = Vector256.Create(a);
            c00 += a0 * b0;
            c01 += a0 * b1;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 4);
    }

    [MethodImpl(Inline)]
    private static void FourByFour(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c0 = default, c1 = default, c2 = default, c3 = default;
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow));
            c2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
            c3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * cRow));
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
        c1.StoreUnsafe(ref Unsafe.Add(ref c, cRow));
        c2.StoreUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
        c3.StoreUnsafe(ref Unsafe.Add(ref c, 3 * cRow));
    }

    [MethodImpl(Inline)]
    private static void ThreeByFour(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c0 = default, c1 = default, c2 = default;
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow));
            c2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
        }

        for (var l = 0; l < depth; l++)
        {
            var value = Vector256.LoadUnsafe(ref b);
            c0 += Vector256.Create(a) * value;
            c1 += Vector256.Create(Unsafe.Add(ref a, aRow)) * value;
            c2 += Vector256.Create(Unsafe.Add(ref a, 2 * aRow)) * value;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref Unsafe.Add(ref c, cRow));
        c2.StoreUnsafe(ref Unsafe.Add(ref c, 2 * cRow));
    }

    [MethodImpl(Inline)]
    private static void TwoByFour(int depth, ref double a, nint aRow, nint aColumn, ref double b, nint bRow, ref double c, nint cRow, bool add)
    {
        Vector256<double> c0 = default, c1 = default;
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, cRow));
        }

        for (var l = 0; l < depth; l++)
        {
            var value = Vector256.LoadUnsafe(ref b);
            c0 += Vector256.Create(a) * value;
            c1 += Vector256.Create(Unsafe.Add(ref a, aRow)) * value;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref Unsafe.Add(ref c, cRow));
    }

    [MethodImpl(Inline)]
    private static void OneByFour(int depth, ref double a, nint aColumn, ref double b, nint bRow, ref double c, bool add)
    {
        Vector256<double> c0 = default;
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
        }

        for (var l = 0; l < depth; l++)
        {
            var value = Vector256.LoadUnsafe(ref b);
            c0 += Vector256.Create(a) * value;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.StoreUnsafe(ref c);
    }
}
