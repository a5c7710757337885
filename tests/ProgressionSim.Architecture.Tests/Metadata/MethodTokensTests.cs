using System.Reflection.Metadata.Ecma335;

namespace ProgressionSim.Architecture.Tests.Metadata;

/// <summary>Exact: instructions written by hand, with operands that look like instructions.</summary>
public sealed class MethodTokensTests
{
    private const int Token = 0x0A000001;

    [Theory]
    [InlineData("nop", "00")]
    [InlineData("ldc.i4.s", "1F28")]
    [InlineData("ldc.i4", "2028282828")]
    [InlineData("ldc.i8", "212800000000000028")]
    [InlineData("ldc.r8", "232800000000000028")]
    [InlineData("ldc.r4", "2200000028")]
    [InlineData("br.s", "2B28")]
    [InlineData("br", "3800000028")]
    [InlineData("ldstr", "7201000070")]
    [InlineData("ldloc", "FE0C2828")]
    [InlineData("ceq", "FE01")]
    [InlineData("switch without targets", "4500000000")]
    [InlineData("switch with two targets", "45020000002800000028000000")]
    public void What_stands_before_a_call_does_not_hide_it(string instruction, string bytes)
    {
        var token = Assert.Single(MethodTokens.Of([.. Convert.FromHexString(bytes), 0x28, 1, 0, 0, 0x0A, 0x2A]));
        Assert.True(token == MetadataTokens.EntityHandle(Token), instruction);
    }

    [Fact]
    public void Every_kind_of_token_is_read()
    {
        // call, newobj, ldfld, castclass, ldtoken, and the long ldftn and initobj.
        byte[][] starts = [[0x28], [0x73], [0x7B], [0x74], [0xD0], [0xFE, 0x06], [0xFE, 0x15]];
        Assert.Equal(starts.Length, MethodTokens.Of([.. starts.SelectMany(start => (byte[])[.. start, 1, 0, 0, 0x0A])]).Count);
    }
}
