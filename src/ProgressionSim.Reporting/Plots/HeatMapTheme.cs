namespace ProgressionSim.Reporting.Plots;

/// <summary>Colours of heat maps. Lightness falls evenly from the lightest colour on, so that a map can be read in grey print.</summary>
/// <remarks>
/// Values of one sign: cividis (Nunez, Anderton and Renslow 2018, doi:10.1371/journal.pone.0199239), made for colour-blind readers, here from light
/// for little to dark for much, as suits white paper. Values of both signs: blue above 0, brown below, white at 0. Pure, so thread-safe.
/// </remarks>
public static class HeatMapTheme
{
    private static readonly int[] OneSign =
        [0xFFEA46, 0xE4CF5B, 0xC4B56C, 0xA69D75, 0x8A8779, 0x707173, 0x575C6D, 0x39486B, 0x00336F, 0x00204D];

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
