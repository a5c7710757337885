using System.Buffers.Binary;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ProgressionSim.Architecture.Tests.Metadata;

/// <summary>Reads the metadata tokens out of the instructions of a method.</summary>
internal static class MethodTokens
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Where(field => field.IsStatic && field.FieldType == typeof(OpCode))
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    /// <summary>Tokens of types, members and signatures, in order.</summary>
    public static IReadOnlyList<EntityHandle> Of(ReadOnlySpan<byte> instructions)
    {
        var tokens = new List<EntityHandle>();
        while (!instructions.IsEmpty)
        {
            var isLong = instructions[0] == 0xFE;
            var operand = Operands[isLong ? 0xFE00 | instructions[1] : instructions[0]];
            instructions = instructions[(isLong ? 2 : 1)..];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig)
            {
                tokens.Add(MetadataTokens.EntityHandle(BinaryPrimitives.ReadInt32LittleEndian(instructions)));
            }

            instructions = instructions[Size(operand, instructions)..];
        }

        return tokens;
    }

    private static int Size(OperandType operand, ReadOnlySpan<byte> following) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(following)),
        _ => 4,
    };
}
