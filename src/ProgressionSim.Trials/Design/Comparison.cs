namespace ProgressionSim.Trials.Design;

/// <summary>How a value is held against a limit.</summary>
public enum Comparison
{
    /// <summary>Less than the limit.</summary>
    Below = 0,

    /// <summary>At most the limit.</summary>
    AtMost = 1,

    /// <summary>At least the limit.</summary>
    AtLeast = 2,

    /// <summary>More than the limit.</summary>
    Above = 3,

    /// <summary>Equal to the limit, for numbers that name something, such as a subgroup.</summary>
    Is = 4,
}
