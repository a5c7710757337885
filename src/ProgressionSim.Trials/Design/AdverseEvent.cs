using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>An adverse event that was counted in treated patients, for what a trial may expect of it. It changes nothing that is simulated.</summary>
/// <param name="Name">Name, unique in the trial.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Affected">Patients who had it, 0 to <paramref name="Patients"/>.</param>
/// <param name="Patients">Patients who were watched for it, at least 1.</param>
/// <param name="Source">Where the count comes from.</param>
public sealed record AdverseEvent(string Name, string Title, int Affected, int Patients, string Source)
{
    /// <summary>Patients who had it, 0 to <see cref="Patients"/>.</summary>
    public int Affected { get; } = Require.Between(Affected, 0, Patients);

    /// <summary>Patients who were watched for it, at least 1.</summary>
    public int Patients { get; } = Require.Between(Patients, 1, 1_000_000);
}
