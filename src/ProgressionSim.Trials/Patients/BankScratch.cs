namespace ProgressionSim.Trials.Patients;

/// <summary>Memory in which a thread draws from a <see cref="PatientBank"/>.</summary>
public sealed class BankScratch
{
    internal BankScratch(int size)
    {
        Order = new int[size];
        Taken = new int[size];
        for (var i = 0; i < size; i++)
        {
            Order[i] = i;
        }
    }

    /// <summary>Gets the places of a slice, in order between draws.</summary>
    internal int[] Order { get; }

    /// <summary>Gets the place exchanged with each drawn.</summary>
    internal int[] Taken { get; }
}
