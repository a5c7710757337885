using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Products with a matrix of visits by visits, which take most of the time of a fit; 5 to 8 visits have loops of their own without counters.</summary>
internal static class VisitProduct
{
    private const int Eight = 8;

    private interface IDepth
    {
        static abstract int Value { get; }
    }

    /// <summary>C = A B, or C += A B, with rows of all padded to Stride(visits), and B of as many rows as there are visits.</summary>
    public static void Multiply(int rows, int visits, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, bool add = false)
    {
        var s = VisitMatrix.Stride(visits);
        if (s != Eight)
        {
            VisitMatrix.Multiply(rows, s, visits, a, s, 1, b, s, c, s, add);
            return;
        }

        ref var a0 = ref MemoryMarshal.GetReference(a[..(rows * Eight)]);
        ref var b0 = ref MemoryMarshal.GetReference(b[..(visits * Eight)]);
        ref var c0 = ref MemoryMarshal.GetReference(c[..(rows * Eight)]);
        if (visits == 6)
        {
            Run<Six>(rows, ref a0, ref b0, ref c0, add);
        }
        else if (visits == 5)
        {
            Run<Five>(rows, ref a0, ref b0, ref c0, add);
        }
        else if (visits == 7)
        {
            Run<Seven>(rows, ref a0, ref b0, ref c0, add);
        }
        else
        {
            Run<EightVisits>(rows, ref a0, ref b0, ref c0, add);
        }
    }

    private static void Run<TDepth>(int rows, ref double a, ref double b, ref double c, bool add)
        where TDepth : struct, IDepth
    {
        Half<TDepth>(rows, ref a, ref b, ref c, add);
        Half<TDepth>(rows, ref a, ref Unsafe.Add(ref b, 4), ref Unsafe.Add(ref c, 4), add);
    }

    /// <summary>Four columns of the product: those of B stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half<TDepth>(int rows, ref double a, ref double b, ref double c, bool add)
        where TDepth : struct, IDepth
    {
        var b0 = Vector256.LoadUnsafe(ref b);
        var b1 = Vector256.LoadUnsafe(ref b, Eight);
        var b2 = Vector256.LoadUnsafe(ref b, 2 * Eight);
        var b3 = Vector256.LoadUnsafe(ref b, 3 * Eight);
        var b4 = Vector256.LoadUnsafe(ref b, 4 * Eight);
        var b5 = TDepth.Value > 5 ? Vector256.LoadUnsafe(ref b, 5 * Eight) : default;
        var b6 = TDepth.Value > 6 ? Vector256.LoadUnsafe(ref b, 6 * Eight) : default;
        var b7 = TDepth.Value > 7 ? Vector256.LoadUnsafe(ref b, 7 * Eight) : default;
        var start = add ? Vector256<double>.AllBitsSet : default;
        for (var i = 0; i < rows; i++)
        {
            var sum = (Vector256.LoadUnsafe(ref c) & start) + (Vector256.Create(a) * b0);
            sum += Vector256.Create(Unsafe.Add(ref a, 1)) * b1;
            sum += Vector256.Create(Unsafe.Add(ref a, 2)) * b2;
            sum += Vector256.Create(Unsafe.Add(ref a, 3)) * b3;
            sum += Vector256.Create(Unsafe.Add(ref a, 4)) * b4;
            if (TDepth.Value > 5)
            {
                sum += Vector256.Create(Unsafe.Add(ref a, 5)) * b5;
            }

            if (TDepth.Value > 6)
            {
                sum += Vector256.Create(Unsafe.Add(ref a, 6)) * b6;
            }

            if (TDepth.Value > 7)
            {
                sum += Vector256.Create(Unsafe.Add(ref a, 7)) * b7;
            }

            sum.StoreUnsafe(ref c);
            a = ref Unsafe.Add(ref a, Eight);
            c = ref Unsafe.Add(ref c, Eight);
        }
    }

    private readonly struct Five : IDepth
    {
        public static int Value => 5;
    }

    private readonly struct Six : IDepth
    {
        public static int Value => 6;
    }

    private readonly struct Seven : IDepth
    {
        public static int Value => 7;
    }

    private readonly struct EightVisits : IDepth
    {
        public static int Value => 8;
    }
}
