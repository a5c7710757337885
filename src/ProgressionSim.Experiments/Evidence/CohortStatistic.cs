namespace ProgressionSim.Experiments.Evidence;

/// <summary>What is computed from one number of each patient.</summary>
public enum CohortStatistic
{
    /// <summary>Mean; of yes (1) and no (0) it is the share.</summary>
    Mean = 0,

    /// <summary>Standard deviation.</summary>
    Sd = 1,

    /// <summary>Median.</summary>
    Median = 2,

    /// <summary>Smallest value; only for series of a stated size, as it depends on the number of patients.</summary>
    Minimum = 3,

    /// <summary>Largest value; only for series of a stated size.</summary>
    Maximum = 4,

    /// <summary>Number of patients with yes; only for series of a stated size.</summary>
    Count = 5,
}
