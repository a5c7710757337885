namespace ProgressionSim.Architecture.Tests.Controls.Data;

/// <summary>Types that the immutability check must refuse, and three it must accept.</summary>
internal static class Mutable
{
    public enum FineEnum
    {
        Zero = 0,
    }

#pragma warning disable CA1852, MA0053 // Being unsealed is what the check must see.
    public record Unsealed(int X);
#pragma warning restore CA1852, MA0053

    public record struct MutableStruct(int X);

    public readonly record struct FineStruct(int X);

    public sealed class PlainClass(int x)
    {
        public int X { get; } = x;
    }

    public sealed record WithSetter
    {
        public int X { get; set; }
    }

    public sealed record WithPrivateSetter
    {
        public int X { get; private set; }

        public void Grow() => X++;
    }

    public sealed record WithField
    {
        private int count;

        public int Next() => ++count;
    }

    public sealed record WithArray(int[] Values);

    public sealed record WithList(IList<int> Values);

    public sealed record Fine(int X, IReadOnlyList<int> Values, WithSetter? Part)
    {
        public int Y { get; init => field = value > 0 ? value : 1; }
    }
}
