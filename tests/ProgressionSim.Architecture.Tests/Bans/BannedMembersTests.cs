using ProgressionSim.Architecture.Tests.Controls.Calls;
using ProgressionSim.Architecture.Tests.Metadata;

namespace ProgressionSim.Architecture.Tests.Bans;

/// <summary>Exact: calls made in <see cref="BadCalls"/> that the bans must see.</summary>
public sealed class BannedMembersTests
{
    private static readonly MemberUse[] Uses =
    [
        .. AssemblyScan.Of(typeof(BadCalls).Assembly.Location).Members.Where(use => use.User.Contains($".{nameof(BadCalls)}.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_way_to_inexact_functions_is_seen() => Assert.Equal(
        [
            "AsDelegate uses System.Math.Tan",
            "Generic uses System.Numerics.ITrigonometricFunctions.Sin",
            "Logarithm uses System.Math.Log",
            "OnTheType uses System.Double.Exp",
            "OnVectors uses System.Runtime.Intrinsics.Vector128.Exp",
            "Power uses System.MathF.Pow",
        ],
        Short(BannedMembers.InexactMath(Uses)),
        StringComparer.Ordinal);

    [Fact]
    public void Ambient_state_is_seen() => Assert.Equal(
        ["Ambient uses System.DateTime.get_UtcNow", "Ambient uses System.Guid.NewGuid", "Ambient uses System.Random..ctor", "Ambient uses System.Random.NextDouble"],
        Short(BannedMembers.AmbientState(Uses)),
        StringComparer.Ordinal);

    private static IEnumerable<string> Short(IEnumerable<string> offences) =>
        offences.Select(text => text[(text.IndexOf(nameof(BadCalls), StringComparison.Ordinal) + nameof(BadCalls).Length + 1)..]).Order(StringComparer.Ordinal);
}
