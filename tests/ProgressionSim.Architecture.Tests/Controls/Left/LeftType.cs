using ProgressionSim.Architecture.Tests.Controls.Right;

namespace ProgressionSim.Architecture.Tests.Controls.Left;

/// <summary>Uses the right folder in a method body only.</summary>
internal static class LeftType
{
    public static int Answer() => RightType.Count<int>([1, 2]);
}
