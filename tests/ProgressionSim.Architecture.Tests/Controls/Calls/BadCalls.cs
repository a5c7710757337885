using System.Numerics;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Architecture.Tests.Controls.Calls;

/// <summary>Calls that the bans must see, and some they must not.</summary>
internal static class BadCalls
{
    public static double Logarithm(double x) => Math.Log(x);

    public static float Power(float x) => MathF.Pow(x, 3);

    public static double OnTheType(double x) => double.Exp(x);

    public static T Generic<T>(T x)
        where T : ITrigonometricFunctions<T> => T.Sin(x);

    public static Vector128<double> OnVectors(Vector128<double> x) => Vector128.Exp(x);

    public static Func<double, double> AsDelegate() => Math.Tan;

#pragma warning disable RS0030 // The ban itself is under test.
    public static double Ambient() => new Random(1).NextDouble() + DateTime.UtcNow.Ticks + Guid.NewGuid().GetHashCode();
#pragma warning restore RS0030

    public static double Exact(double x) => Math.Sqrt(Math.Clamp(Math.Abs(x), 0, 4)) + Math.FusedMultiplyAdd(x, x, Math.Floor(x)) + Math.PI;
}
