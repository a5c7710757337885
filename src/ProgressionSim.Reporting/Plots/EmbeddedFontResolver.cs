using ScottPlot;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Hands the embedded fonts to the plotting library, whatever font it asks for, so no picture depends on the fonts of a machine.</summary>
internal sealed class EmbeddedFontResolver : IFontResolver
{
    private static readonly Lazy<bool> Registration = new(() =>
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new EmbeddedFontResolver());
        ScottPlot.Fonts.Default = EmbeddedFonts.Family;
        return true;
    });

    /// <summary>Puts the resolver before all others, once a process.</summary>
    public static void Register() => _ = Registration.Value;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => EmbeddedFonts.Typeface(bold);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        EmbeddedFonts.Typeface(weight >= FontWeight.SemiBold);
}
