using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>One contour on the canvas, measured along its length.</summary>
internal sealed class ContourPath
{
    private readonly float[] along;

    /// <summary>Measures the points.</summary>
    public ContourPath(IReadOnlyList<SKPoint> points)
    {
        Points = points;
        along = new float[points.Count];
        for (var i = 1; i < points.Count; i++)
        {
            along[i] = along[i - 1] + SKPoint.Distance(points[i - 1], points[i]);
        }
    }

    /// <summary>The points in order.</summary>
    public IReadOnlyList<SKPoint> Points { get; }

    /// <summary>Length from end to end.</summary>
    public float Length => along.Length == 0 ? 0 : along[^1];

    /// <summary>The straightest place for a name, near the middle if several are as straight; null when all meet something.</summary>
    /// <param name="width">Width of the name.</param>
    /// <param name="height">Height of the name.</param>
    /// <param name="inside">Area the name must not leave.</param>
    /// <param name="taken">Places that are taken.</param>
    public ContourPlace? Name(float width, float height, SKRect inside, List<SKRect> taken)
    {
        ContourPlace? best = null;
        var least = float.PositiveInfinity;
        for (var centre = width / 2; centre <= Length - (width / 2); centre += 6)
        {
            var (from, to) = (At(centre - (width / 2)), At(centre + (width / 2)));
            var place = PlaceOf(from, to, width, height);
            var bend = 1 - (SKPoint.Distance(from, to) / width);
            var cost = bend + (0.2f * Math.Abs((centre / Length) - 0.5f)) + (0.1f * Math.Abs(place.Degrees) / 90);
            if (cost < least && inside.Contains(place.Bounds) && !taken.Exists(other => other.IntersectsWith(place.Bounds)))
            {
                (best, least) = (place, cost);
            }
        }

        return best;
    }

    private static ContourPlace PlaceOf(SKPoint from, SKPoint to, float width, float height)
    {
        if (to.X < from.X)
        {
            (from, to) = (to, from);
        }

        var angle = MathF.Atan2(to.Y - from.Y, to.X - from.X);
        var centre = new SKPoint((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        var (cosine, sine) = (MathF.Abs(MathF.Cos(angle)), MathF.Abs(MathF.Sin(angle)));
        var (halfWidth, halfHeight) = ((((width + 6) * cosine) + (height * sine)) / 2, (((width + 6) * sine) + (height * cosine)) / 2);
        var bounds = new SKRect(centre.X - halfWidth, centre.Y - halfHeight, centre.X + halfWidth, centre.Y + halfHeight);
        return new ContourPlace(centre, angle * 180 / MathF.PI, bounds);
    }

    private SKPoint At(float distance)
    {
        var i = 1;
        while (i + 1 < along.Length && along[i] < distance)
        {
            i++;
        }

        var piece = along[i] - along[i - 1];
        var share = piece > 0 ? Math.Clamp((distance - along[i - 1]) / piece, 0, 1) : 0;
        return new SKPoint(Points[i - 1].X + (share * (Points[i].X - Points[i - 1].X)), Points[i - 1].Y + (share * (Points[i].Y - Points[i - 1].Y)));
    }
}
