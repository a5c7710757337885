using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>DejaVu Sans, regular and bold, carried in the assembly (licence: Fonts/LICENSE-DejaVu.txt).</summary>
internal static class EmbeddedFonts
{
    /// <summary>Family name as the font files give it.</summary>
    public const string Family = "DejaVu Sans";

    /// <summary>Fallbacks for SVG text where that family is missing; Verdana has nearly the same widths.</summary>
    public const string FamilyList = "DejaVu Sans, Verdana, sans-serif";

    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    /// <summary>The regular or the bold face. Shared and immutable: never dispose it.</summary>
    public static SKTypeface Typeface(bool bold) => bold ? Bold : Regular;

    private static SKTypeface Load(string resource)
    {
        using var stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is missing from the assembly.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {resource} cannot be read.");
    }
}
