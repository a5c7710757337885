using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Where the name of a contour stands.</summary>
/// <param name="Centre">Middle of the text.</param>
/// <param name="Degrees">Its slope, clockwise, -90 to 90.</param>
/// <param name="Bounds">Rectangle around it.</param>
internal readonly record struct ContourPlace(SKPoint Centre, float Degrees, SKRect Bounds);
