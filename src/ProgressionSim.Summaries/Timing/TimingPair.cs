using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Two timing results with the same starts and the same outcome, side by side.</summary>
internal sealed class TimingPair
{
    // A start at the moment itself may be the earliest one; then it is compared with one that many months later.
    private const double MonthsLater = 6;

    /// <summary>Puts two results side by side.</summary>
    /// <exception cref="ArgumentException">They do not answer the same question; the message lists what differs.</exception>
    public TimingPair(TimingResult first, TimingResult second)
    {
        if (Refusal(first.Plan, second.Plan) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(second));
        }

        Views = [new TimingView(first), new TimingView(second)];
        var (name, other) = (first.Plan.Run.Name, second.Plan.Run.Name);
        Names = name != other ? [name, other] : [$"{name} (first)", $"{other} (second)"];
        var offsets = first.Plan.OffsetsMonths;
        Earliest = Enumerable.Range(0, offsets.Count - 1).FirstOrDefault(start => !Views.Any(view => view.Result.IsClamped(0, start)), offsets.Count - 2);
        var spoken = Views.Max(view => view.Spoken);
        Later = spoken > Earliest ? spoken : Enumerable.Range(Earliest + 1, offsets.Count - 1 - Earliest).MinBy(start =>
            Math.Abs(offsets[start] - offsets[Earliest] - MonthsLater));
    }

    /// <summary>Gets the results: the first, the second.</summary>
    public IReadOnlyList<TimingView> Views { get; }

    /// <summary>Gets the names of their scenarios, different from each other.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the earliest start that is what it says in both; the last but one when all are put off.</summary>
    public int Earliest { get; }

    /// <summary>Gets the later start that sentences compare it with: at the moment itself where that is later.</summary>
    public int Later { get; }

    public TimingPlan Plan => Views[0].Plan;

    public OutcomeWords Words => Views[0].Words;

    public IReadOnlyList<double> Offsets => Plan.OffsetsMonths;

    /// <summary>True when somebody was analysed in both.</summary>
    public bool HasPatients => Views.All(view => view.Result.Record.Patients(0) > 0);

    /// <summary>What the earliest common start gains over a later one.</summary>
    /// <param name="which">0 for the first result, 1 for the second.</param>
    /// <param name="later">Index of the later start.</param>
    public Estimate Gain(int which, int later) =>
        Views[which].Result.Record.Benefit(0, TimingResult.ArmOf(Earliest), TimingResult.ArmOf(later), Views[which].Outcome);

    /// <summary>
    /// That gain in the first result less that in the second; taken for independent, which errs on the wide side where they share random numbers.
    /// </summary>
    /// <param name="later">Index of the later start.</param>
    public Estimate Difference(int later)
    {
        var (first, second) = (Gain(0, later), Gain(1, later));
        return new(first.Value - second.Value, Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError)));
    }

    /// <summary>Median months from biological onset to month 0 of outcomes; null without patients.</summary>
    /// <param name="which">0 for the first result, 1 for the second.</param>
    public double? MedianOriginMonths(int which) => Views[which].Result.Record.OriginMonths(0, 0.5);

    /// <summary>Why the results of two plans cannot be put side by side; null when they can.</summary>
    public static string? Refusal(TimingPlan first, TimingPlan second)
    {
        var differences = Differences(first, second).ToArray();
        return differences.Length == 0 ? null : $"{first.Run.Name} and {second.Run.Name} cannot be put side by side. {string.Join(" ", differences)}";
    }

    private static IEnumerable<string> Differences(TimingPlan first, TimingPlan second)
    {
        string Starts(TimingPlan plan) => string.Join(", ", plan.OffsetsMonths.Select(TimingWords.Short));
        string Outcome(TimingPlan plan) => OutcomeCatalogue.All[plan.Question.Outcome].Name;
        (string What, string First, string Second)[] compared =
        [
            ("Starts in months", Starts(first), Starts(second)),
            ("What starts count from", Moment(first), Moment(second)),
            ("Outcome", Outcome(first), Outcome(second)),
            ("Month of the outcome", NumberText.Whole(first.Question.Rules.Months), NumberText.Whole(second.Question.Rules.Months)),
            ("What outcomes count from", OutcomePhrases.Origin(first.Run), OutcomePhrases.Origin(second.Run)),
        ];
        return compared.Where(each => each.First != each.Second).Select(each => $"{each.What}: {each.First} against {each.Second}.");
    }

    private static string Moment(TimingPlan plan) => plan.Start.At switch
    {
        StartAt.Age => $"age {NumberText.ForFile(plan.Start.AgeYears)}",
        StartAt.NeurofilamentAbove => $"neurofilament above {NumberText.ForFile(plan.Start.NeurofilamentPgPerMl)} pg/mL, sampled every "
            + $"{OutcomePhrases.Months(plan.Start.ScreeningIntervalMonths)}",
        _ => OutcomePhrases.Moment(plan.Start.At),
    };
}
