namespace ProgressionSim.Benchmarks.Analyses;

/// <summary>Data of one trial in the shapes in which the analyses read them.</summary>
/// <param name="Group">0 or 1 by patient.</param>
/// <param name="Strata">Stratum of the randomisation, 0 to 3, by patient.</param>
/// <param name="Times">Time of death or of the last contact, months in whole days.</param>
/// <param name="Deaths">Whether that was death.</param>
/// <param name="Scores">Score [patient * visits + visit], the first visit being baseline; NaN is missing.</param>
/// <param name="Baseline">Score at baseline.</param>
/// <param name="Changes">Change from baseline [patient * (visits - 1) + visit].</param>
/// <param name="LastChanges">Change at the last visit; NaN is missing.</param>
/// <param name="Responders">Whether the patient was seen at the last visit and had lost fewer than six points.</param>
internal sealed record SimulatedTrial(
    int[] Group,
    int[] Strata,
    double[] Times,
    bool[] Deaths,
    double[] Scores,
    double[] Baseline,
    double[] Changes,
    double[] LastChanges,
    bool[] Responders);
