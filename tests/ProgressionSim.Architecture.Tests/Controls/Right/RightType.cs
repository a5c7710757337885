using ProgressionSim.Architecture.Tests.Controls.Left;

namespace ProgressionSim.Architecture.Tests.Controls.Right;

/// <summary>Uses the left folder in a lambda only, which closes the loop.</summary>
internal static class RightType
{
    public static int Count<T>(IReadOnlyList<T> items) => items.Count;

    public static IEnumerable<int> Answers(int count) => Enumerable.Range(0, count).Select(i => i + LeftType.Answer());
}
