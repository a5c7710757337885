namespace ProgressionSim.Engine.Recording;

/// <summary>Months at which patients are observed, relative to the report origin, and where they fall between steps.</summary>
public sealed class ObservationGrid
{
    /// <summary>Creates a monthly grid.</summary>
    /// <param name="monthsBefore">Months before the origin, at least 0.</param>
    /// <param name="monthsAfter">Months after the origin, at least 1.</param>
    /// <param name="stepMonths">Length of a step, months.</param>
    public ObservationGrid(int monthsBefore, int monthsAfter, double stepMonths)
    {
        StepMonths = stepMonths;
        Months = [.. Enumerable.Range(-monthsBefore, monthsBefore + monthsAfter + 1)];
        Steps = new int[Months.Length];
        Fractions = new float[Months.Length];
        for (var i = 0; i < Months.Length; i++)
        {
            var steps = Months[i] / stepMonths;
            Steps[i] = (int)Math.Floor(steps);
            Fractions[i] = (float)(steps - Steps[i]);
        }

        LastStep = Steps[^1] + 1;
    }

    /// <summary>Length of a step, months.</summary>
    public double StepMonths { get; }

    /// <summary>Months, rising.</summary>
    public int[] Months { get; }

    /// <summary>Whole steps from the origin to each month.</summary>
    public int[] Steps { get; }

    /// <summary>Share of the next step that lies before the month, 0 to 1.</summary>
    public float[] Fractions { get; }

    /// <summary>Steps after the origin that must be simulated.</summary>
    public int LastStep { get; }
}
