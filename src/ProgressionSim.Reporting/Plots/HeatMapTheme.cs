namespace ProgressionSim.Reporting.Plots;

/// <summary>Colours of heat maps, which most colour-blind readers can tell apart; they darken all the way, so that a map can be read in grey.</summary>
/// <remarks>
/// Values of one sign: from pale yellow for little to dark blue for much, as suits white paper. Values of both signs: blue above 0, brown below,
/// white at 0. Pure, so thread-safe.
/// </remarks>
public static class HeatMapTheme
{
    private static readonly int[] OneSign =
        [0xFFF8D6, 0xE6EFBF, 0xBFDDB6, 0x8FC7B9, 0x5EABBB, 0x378AB1, 0x28689D, 0x204682, 0x142759];

    private static readonly int[] Above = [0xF7F7F7, 0xD3E3EF, 0xA6CBE2, 0x6AABD0, 0x3A87BC, 0x1B619F, 0x083A6B];
    private static readonly int[] Below = [0xF7F7F7, 0xFBE3C6, 0xF7C48D, 0xE69C4E, 0xC87420, 0x9E5208, 0x6B3404];

    /// <summary>Colour of a value of one sign, as <c>#RRGGBB</c>.</summary>
    /// <param name="share">Place between the least (0) and the largest value (1); beyond, the end's colour.</param>
    public static string Sequential(double share) => Mixed(OneSign, share);

    /// <summary>Colour of a value of either sign, as <c>#RRGGBB</c>.</summary>
    /// <param name="share">The value over the largest absolute value, -1 to 1; beyond, the end's colour.</param>
    public static string Diverging(double share) => Mixed(share < 0 ? Below : Above, Math.Abs(share));

    private static string Mixed(int[] stops, double share)
    {
        var place = Math.Clamp(share, 0, 1) * (stops.Length - 1);
        var first = Math.Min((int)place, stops.Length - 2);
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8)
        {
            var (from, to) = ((stops[first] >> shift) & 255, (stops[first + 1] >> shift) & 255);
            mixed |= (int)Math.Round(from + ((place - first) * (to - from))) << shift;
        }

        return FormattableString.Invariant($"#{mixed:X6}");
    }
}
