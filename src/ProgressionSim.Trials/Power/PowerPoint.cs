namespace ProgressionSim.Trials.Power;

/// <summary>Trials of one size.</summary>
/// <param name="Patients">Patients randomised.</param>
/// <param name="Trials">Number of trials.</param>
/// <param name="Successes">Trials that succeed.</param>
public readonly record struct PowerPoint(int Patients, int Trials, int Successes)
{
    /// <summary>Share that succeeds.</summary>
    public double Share => (double)Successes / Trials;
}
