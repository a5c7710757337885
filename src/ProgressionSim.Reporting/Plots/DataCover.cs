using ProgressionSim.Summaries.PlotData;
using ScottPlot;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Tells whether a place in a panel is covered by data, so that names can keep away.</summary>
internal static class DataCover
{
    private const float MarkRadius = 7;

    /// <summary>True when a line, band, point, interval or marker passes through the place.</summary>
    public static bool Meets(Panel panel, PanelFrame frame, SKRect place) => panel.Layers.Any(layer => layer switch
    {
        LineLayer line => Meets(line, frame, place),
        BandLayer band => Meets(band, frame, place),
        PointLayer points => points.X.Zip(points.Y).Any(point => MeetsMark(frame, point.First, point.Second, place)),
        MarkerLayer marker => Meets(marker, frame, place),
        _ => false,
    }) || IntervalPoint.Of(panel, frame).Any(point => point.Taken.IntersectsWith(place));

    private static bool Meets(LineLayer line, PanelFrame frame, SKRect place)
    {
        var steps = line.Style == Summaries.PlotData.LineStyle.Steps;
        var runs = LineData.Runs(LineData.Scaled(line.X, frame.Horizontal), LineData.Scaled(line.Y, frame.Vertical), steps);
        return runs.Any(run => run.Zip(run.Skip(1)).Any(piece => Overlap(piece.First, piece.Second, piece.First, piece.Second, frame, place)));
    }

    private static bool Meets(BandLayer band, PanelFrame frame, SKRect place)
    {
        // An outline runs along the lower edge and back along the upper one.
        foreach (var outline in LineData.Outlines(band, frame.Horizontal, frame.Vertical))
        {
            for (var i = 0; i + 1 < outline.Count / 2; i++)
            {
                if (Overlap(outline[i], outline[i + 1], outline[^(i + 1)], outline[^(i + 2)], frame, place))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Meets(MarkerLayer marker, PanelFrame frame, SKRect place)
    {
        var x = frame.Horizontal.Scaled(marker.X);
        return (frame.Horizontal.Holds(x) && frame.X(x) >= place.Left && frame.X(x) <= place.Right)
            || MarkerIntervals.Places(marker, frame, row: 0) is { } bar && SKRect.Inflate(bar, MarkRadius, MarkRadius).IntersectsWith(place);
    }

    private static bool MeetsMark(PanelFrame frame, double x, double y, SKRect place)
    {
        var (across, up) = (frame.Horizontal.Scaled(x), frame.Vertical.Scaled(y));
        return !double.IsNaN(across) && !double.IsNaN(up) && SKRect.Inflate(place, MarkRadius, MarkRadius).Contains(frame.X(across), frame.Y(up));
    }

    /// <summary>True when the area between two pieces of line with the same horizontal ends meets the place.</summary>
    private static bool Overlap(Coordinates lowFrom, Coordinates lowTo, Coordinates highFrom, Coordinates highTo, PanelFrame frame, SKRect place)
    {
        var (left, right) = (frame.X(lowFrom.X), frame.X(lowTo.X));
        var (from, to) = (Math.Max(left, place.Left), Math.Min(right, place.Right));
        if (from > to)
        {
            return false;
        }

        var (first, last) = right > left ? ((from - left) / (right - left), (to - left) / (right - left)) : (0f, 1f);
        float At(Coordinates start, Coordinates end, float share) => frame.Y(start.Y + (share * (end.Y - start.Y)));
        float[] ends = [At(lowFrom, lowTo, first), At(lowFrom, lowTo, last), At(highFrom, highTo, first), At(highFrom, highTo, last)];
        return ends.Min() < place.Bottom && ends.Max() > place.Top;
    }
}
