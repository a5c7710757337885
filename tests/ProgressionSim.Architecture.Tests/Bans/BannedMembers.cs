using ProgressionSim.Architecture.Tests.Metadata;

namespace ProgressionSim.Architecture.Tests.Bans;

/// <summary>Members that make results depend on the machine or the moment.</summary>
internal static class BannedMembers
{
    /// <summary>What System.Math and System.MathF may be asked: results that IEEE 754 fixes to the last bit.</summary>
    private static readonly HashSet<string> ExactMath = new(StringComparer.Ordinal)
    {
        "Abs", "BigMul", "BitDecrement", "BitIncrement", "Ceiling", "Clamp", "CopySign", "DivRem", "Floor", "FusedMultiplyAdd", "IEEERemainder", "ILogB",
        "Max", "MaxMagnitude", "Min", "MinMagnitude", "Round", "ScaleB", "Sign", "Sqrt", "Truncate",
    };

    /// <summary>Beginnings of functions that differ in their last bits between platforms, wherever else they are offered.</summary>
    private static readonly string[] InexactFunctions =
    [
        "Acos", "Asin", "Atan", "Cbrt", "Cos", "DegreesToRadians", "Exp", "Hypot", "Log", "MultiplyAddEstimate", "Pow", "Reciprocal", "RootN", "Sin", "Tan",
    ];

    private static readonly HashSet<string> NumberTypes = new(StringComparer.Ordinal) { "System.Double", "System.Single", "System.Half", "System.Decimal" };

    private static readonly (string Type, string Member)[] Ambient =
    [
        ("System.Random", ""), ("System.Guid", "NewGuid"), ("System.Guid", "CreateVersion7"), ("System.DateTime", "get_Now"), ("System.DateTime", "get_UtcNow"),
        ("System.DateTime", "get_Today"), ("System.DateTimeOffset", "get_Now"), ("System.DateTimeOffset", "get_UtcNow"),
    ];

    public static IEnumerable<string> InexactMath(IEnumerable<MemberUse> members) =>
        members.Where(IsInexact).Select(Describe);

    public static IEnumerable<string> AmbientState(IEnumerable<MemberUse> members) =>
        members.Where(use => Ambient.Any(ban => ban.Type == use.Type && (ban.Member.Length == 0 || ban.Member == use.Member))).Select(Describe);

    private static bool IsInexact(MemberUse use)
    {
        if (use.Type is "System.Math" or "System.MathF")
        {
            return !ExactMath.Contains(use.Member);
        }

        var isNumeric = NumberTypes.Contains(use.Type)
            || use.Type.StartsWith("System.Numerics.", StringComparison.Ordinal)
            || use.Type.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal);
        return isNumeric && use.Member != "IsPow2" && use.Type != "System.Numerics.BitOperations"
            && InexactFunctions.Any(name => use.Member.StartsWith(name, StringComparison.Ordinal));
    }

    private static string Describe(MemberUse use) => $"{use.User} uses {use.Type}.{use.Member}";
}
