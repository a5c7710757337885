using System.Text;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Measures, wraps and draws text in the embedded fonts. Stateless, so thread-safe.</summary>
internal static class Text
{
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n'];

    /// <summary>Width in logical pixels.</summary>
    public static float Width(string text, TextStyle style)
    {
        using var font = Font(style);
        return font.MeasureText(text);
    }

    /// <summary>Width of the longest line.</summary>
    public static float Width(IReadOnlyList<string> lines, TextStyle style) => lines.Count == 0 ? 0 : lines.Max(line => Width(line, style));

    /// <summary>Breaks text at spaces into lines no wider than the room; a word wider than that is broken inside. Nothing is left out.</summary>
    public static List<string> Wrap(string text, TextStyle style, float room)
    {
        using var font = Font(style);
        var lines = new List<string>();
        var line = "";
        foreach (var word in Printable(text).Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (font.MeasureText(longer) <= room)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = BreakWord(word, font, room, lines);
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>A name in lines no wider than the room: it loses its middle beyond so many letters, or when one word of it has no room.</summary>
    public static IReadOnlyList<string> Name(string text, TextStyle style, float room, int most)
    {
        const int Least = 8;
        var name = Elided(text, most);
        for (var letters = most; letters > Least && name.Split(Breaks).Any(word => Width(word, style) > room); letters--)
        {
            name = Elided(text, letters - 1);
        }

        return Wrap(name, style, room);
    }

    /// <summary>Draws one line with its baseline at the given height.</summary>
    public static void Draw(SKCanvas canvas, string text, float x, float baseline, TextStyle style, SKTextAlign align = SKTextAlign.Left)
    {
        if (text.Length == 0)
        {
            return;
        }

        using var font = Font(style);
        using var paint = new SKPaint { Color = style.Color, IsAntialias = true };
        canvas.DrawText(text, x, baseline, align, font, paint);
    }

    /// <summary>Draws lines downwards from the top edge; returns the lower edge.</summary>
    public static float DrawLines(
        SKCanvas canvas, IReadOnlyList<string> lines, float x, float top, TextStyle style, SKTextAlign align = SKTextAlign.Left)
    {
        foreach (var line in lines)
        {
            Draw(canvas, line, x, top + style.Size, style, align);
            top += style.LineHeight;
        }

        return top;
    }

    private static string Elided(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, (most - 1) / 2).TrimEnd(), "\u2026", text.AsSpan(text.Length - (most / 2)).TrimStart());

    private static string BreakWord(string word, SKFont font, float room, List<string> lines)
    {
        var part = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (part.Length > 0 && font.MeasureText(part.ToString() + rune) > room)
            {
                lines.Add(part.ToString());
                part.Clear();
            }

            part.Append(rune.ToString());
        }

        return part.ToString();
    }

    /// <summary>Control characters have no glyph; they count as spaces. A per-cent sign stays on the line of its number.</summary>
    private static string Printable(string text) => string.Create(text.Length, text.Replace(" %", "\u00a0%", StringComparison.Ordinal), static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) ? ' ' : source[i];
        }
    });

    private static SKFont Font(TextStyle style) => new(EmbeddedFonts.Typeface(style.Bold), style.Size)
    {
        Subpixel = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };
}
