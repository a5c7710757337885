namespace ProgressionSim.Summaries.Tests;

/// <summary>One patient in one arm.</summary>
/// <param name="Value">Value by month and number of the measure.</param>
/// <param name="DeathMonths">Month of death; null when alive to the end.</param>
/// <param name="StartMonths">Month of the first treatment start; null when never treated.</param>
internal sealed record TestCourse(Func<int, int, double> Value, double? DeathMonths = null, double? StartMonths = null)
{
    /// <summary>A course with one score throughout, healthy neurons and function in proportion, everything else 0.</summary>
    public static TestCourse Scoring(double score, double? death = null, double? start = null) => Scoring(_ => score, death, start);

    /// <summary>The same with a score that changes.</summary>
    public static TestCourse Scoring(Func<int, double> score, double? death = null, double? start = null) => new(
        (month, measure) => measure switch
        {
            Engine.Recording.MeasureCatalogue.AlsfrsTotal => score(month),
            < Engine.Recording.MeasureCatalogue.Stressed => 1000 * score(month) / 48,
            >= Engine.Recording.MeasureCatalogue.Lost and < Engine.Recording.MeasureCatalogue.Function => 1000 - (1000 * score(month) / 48),
            Engine.Recording.MeasureCatalogue.Neurofilament => 1024,
            _ => 0,
        },
        death,
        start);
}
