using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Cells;

/// <summary>All outcomes of one cell: means over the same patients in arm 0 and in the arm asked about, and the benefit between them.</summary>
public sealed class CellOutcomes
{
    // Reference, arm and benefit, each with its standard error.
    private const int NumbersOfOutcome = 6;

    private readonly double[] numbers;

    private CellOutcomes(double[] numbers) => this.numbers = numbers;

    internal static int Length => NumbersOfOutcome * OutcomeCatalogue.Count;

    /// <summary>Mean of an outcome in arm 0.</summary>
    /// <param name="outcome">Number of the outcome.</param>
    public Estimate Reference(int outcome) => At(outcome, 0);

    /// <summary>Mean of an outcome in the arm asked about.</summary>
    /// <param name="outcome">Number of the outcome.</param>
    public Estimate Arm(int outcome) => At(outcome, 1);

    /// <summary>Gain of that arm over arm 0 in the same patients; positive is good, 0 when they are the same arm.</summary>
    /// <param name="outcome">Number of the outcome.</param>
    public Estimate Benefit(int outcome) => At(outcome, 2);

    internal static CellOutcomes From(ReadOnlySpan<double> numbers) => new(numbers.ToArray());

    internal static void Write(OutcomeRecord record, int reference, int arm, IEnumerable<int> outcomes, Span<double> to)
    {
        foreach (var outcome in outcomes)
        {
            Estimate[] estimates = [record.Mean(0, reference, outcome), record.Mean(0, arm, outcome), record.Benefit(0, arm, reference, outcome)];
            for (var i = 0; i < estimates.Length; i++)
            {
                to[(outcome * NumbersOfOutcome) + (2 * i)] = estimates[i].Value;
                to[(outcome * NumbersOfOutcome) + (2 * i) + 1] = estimates[i].StandardError;
            }
        }
    }

    private Estimate At(int outcome, int which)
    {
        var place = (outcome * NumbersOfOutcome) + (2 * which);
        return new Estimate(numbers[place], numbers[place + 1]);
    }
}
