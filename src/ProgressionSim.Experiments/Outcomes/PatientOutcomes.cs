using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Turns the course of one patient in one arm into outcomes. One a thread.</summary>
internal sealed class PatientOutcomes
{
    // Item thresholds, from 0: at function c_2 an item scores 2, at c_3 it scores 3 (MiToS counts walking and speech as lost below 2, breathing below 3).
    private const int ScoreTwo = 1;
    private const int ScoreThree = 2;

    private readonly OutcomeRules rules;

    // Made when a recovery is first looked for: it takes longer than a small run.
    private readonly Lazy<FunctionScore> score;
    private readonly float walkingFunction;
    private readonly float breathingFunction;
    private readonly float neurons;
    private readonly float[] scores;
    private readonly bool[] counted;

    // Place of each measure in the course plan, by its number; -1 for those not taken.
    private readonly int[] places = new int[MeasureCatalogue.Count];

    public PatientOutcomes(RunPlan plan, OutcomeRules rules)
    {
        this.rules = rules;
        counted = [.. Enumerable.Range(0, OutcomeCatalogue.Count).Select(outcome => rules.Counted?.Contains(outcome) ?? true)];
        Array.Fill(places, -1);
        foreach (var (measure, place) in Measures(rules).Select((measure, place) => (measure, place)))
        {
            places[measure] = place;
        }

        var parameters = plan.Measures.FunctionScores;
        score = new Lazy<FunctionScore>(() => new FunctionScore(parameters), isThreadSafe: false);
        (walkingFunction, breathingFunction) = ((float)parameters.AlsfrsThresholds[ScoreTwo], (float)parameters.AlsfrsThresholds[ScoreThree]);
        neurons = (float)Enum.GetValues<Region>().Sum(region => plan.Disease.MotorNeuronsPerRegion[region]);
        scores = new float[rules.Months + 1];
    }

    /// <summary>The courses that outcomes are taken from: monthly visits from month 0 to M, or the last alone where no counted outcome needs the others.</summary>
    public static CoursePlan Courses(RunPlan plan, OutcomeRules rules) => new()
    {
        Run = plan,
        VisitDays = [.. (NeedsMonths(rules) ? Enumerable.Range(0, rules.Months + 1) : [rules.Months]).Select(month => month * RunPlan.DaysPerMonth)],
        FollowUpDays = rules.Months * RunPlan.DaysPerMonth,
        Measures = [.. Measures(rules)],
    };

    /// <summary>Computes all outcomes.</summary>
    /// <param name="table">Courses of the <see cref="Courses"/> plan.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient, from 0 in the table, with an origin.</param>
    /// <param name="outcomes">Receives them, by number.</param>
    public void Compute(CourseTable table, int arm, int patient, Span<float> outcomes)
    {
        outcomes.Clear();
        var last = rules.Months;
        var death = table.DeathMonths(arm, patient);
        var lived = Lived(table.Values(arm, patient, 0));
        var isAlive = !float.IsNaN(table.Values(arm, patient, 0)[^1]);
        outcomes[OutcomeCatalogue.SurvivalMonths] = Math.Clamp(death, 0, last);
        outcomes[OutcomeCatalogue.Alive] = isAlive ? 1 : 0;
        outcomes[OutcomeCatalogue.SymptomFree] = isAlive && table.SymptomOnsetMonths(arm, patient) > last ? 1 : 0;
        if (Place(MeasureCatalogue.AlsfrsTotal) is var alsfrsPlace and >= 0)
        {
            var alsfrs = table.Values(arm, patient, alsfrsPlace);
            outcomes[OutcomeCatalogue.AlsfrsTotal] = isAlive ? alsfrs[last] : 0;
            outcomes[OutcomeCatalogue.AlsfrsArea] = Area(alsfrs[..lived]);
        }

        if (Place(MeasureCatalogue.Lost) >= 0)
        {
            outcomes[OutcomeCatalogue.MotorNeurons] = isAlive ? LivingNeurons(table, arm, patient) : 0;
        }

        if (counted[OutcomeCatalogue.WalkingMonths] || counted[OutcomeCatalogue.SpeakingMonths] || counted[OutcomeCatalogue.BreathingMonths])
        {
            outcomes[OutcomeCatalogue.WalkingMonths] = MonthsAbove(table, arm, patient, Region.Lumbosacral, walkingFunction, lived);
            outcomes[OutcomeCatalogue.SpeakingMonths] = MonthsAbove(table, arm, patient, Region.Bulbar, walkingFunction, lived);
            outcomes[OutcomeCatalogue.BreathingMonths] = MonthsAbove(table, arm, patient, Region.Respiratory, breathingFunction, lived);
        }

        if (counted[OutcomeCatalogue.Recovery] || counted[OutcomeCatalogue.RecoveryPoints])
        {
            var gain = HeldGain.Largest(Scores(table, arm, patient, lived), rules.RecoveryHeldMonths);
            outcomes[OutcomeCatalogue.Recovery] = gain >= rules.RecoveryPoints ? 1 : 0;
            outcomes[OutcomeCatalogue.RecoveryPoints] = gain;
        }

        if (Place(MeasureCatalogue.Neurofilament) is var neurofilament and >= 0)
        {
            outcomes[OutcomeCatalogue.Neurofilament] = Mean(table.Values(arm, patient, neurofilament)[..lived]);
        }
    }

    /// <summary>The noiseless ALSFRS-R of each month lived.</summary>
    public ReadOnlySpan<float> Scores(CourseTable table, int arm, int patient) => Scores(table, arm, patient, Lived(table.Values(arm, patient, 0)));

    /// <summary>True unless only dates are counted: death and symptom onset.</summary>
    private static bool NeedsMonths(OutcomeRules rules) =>
        rules.Counted?.Any(outcome => outcome is not (OutcomeCatalogue.SurvivalMonths or OutcomeCatalogue.Alive or OutcomeCatalogue.SymptomFree)) ?? true;

    /// <summary>Measures that the counted outcomes are taken from, at least one: function, motor neurons lost, ALSFRS-R, neurofilament.</summary>
    private static IEnumerable<int> Measures(OutcomeRules rules)
    {
        bool Needs(params int[] outcomes) => rules.Counted is null || outcomes.Any(rules.Counted.Contains);

        // Function is also what tells the months lived when nothing else is taken.
        var others = Needs(OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.AlsfrsArea, OutcomeCatalogue.MotorNeurons, OutcomeCatalogue.Neurofilament);
        var functions = Needs(OutcomeCatalogue.WalkingMonths, OutcomeCatalogue.SpeakingMonths, OutcomeCatalogue.BreathingMonths, OutcomeCatalogue.Recovery, OutcomeCatalogue.RecoveryPoints);
        return
        [
            .. Enumerable.Range(MeasureCatalogue.Function, functions ? RegionValues.Count : others ? 0 : 1),
            .. Enumerable.Range(MeasureCatalogue.Lost, Needs(OutcomeCatalogue.MotorNeurons) ? RegionValues.Count : 0),
            .. Needs(OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.AlsfrsArea) ? (int[])[MeasureCatalogue.AlsfrsTotal] : [],
            .. Needs(OutcomeCatalogue.Neurofilament) ? (int[])[MeasureCatalogue.Neurofilament] : [],
        ];
    }

    private int Place(int measure) => places[measure];

    private ReadOnlySpan<float> Scores(CourseTable table, int arm, int patient, int lived)
    {
        var found = scores.AsSpan(0, lived);
        found.Clear();
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var function = table.Values(arm, patient, Place(MeasureCatalogue.Function) + region);
            for (var month = 0; month < lived; month++)
            {
                found[month] += score.Value.Region(function[month]);
            }
        }

        return found;
    }

    /// <summary>Number of months, from month 0 on, at which the patient is alive.</summary>
    private static int Lived(ReadOnlySpan<float> values)
    {
        var lived = 0;
        while (lived < values.Length && !float.IsNaN(values[lived]))
        {
            lived++;
        }

        return lived;
    }

    /// <summary>Trapezium rule over all months; 0 at those not lived.</summary>
    private float Area(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        for (var month = 0; month < values.Length; month++)
        {
            sum += values[month] * Weight(month);
        }

        return (float)sum;
    }

    private float MonthsAbove(CourseTable table, int arm, int patient, Region region, float threshold, int lived)
    {
        var function = table.Values(arm, patient, Place(MeasureCatalogue.Function) + (int)region);
        var sum = 0.0;
        for (var month = 0; month < lived; month++)
        {
            sum += function[month] >= threshold ? Weight(month) : 0;
        }

        return (float)sum;
    }

    private double Weight(int month) => month == 0 || month == rules.Months ? 0.5 : 1;

    private float LivingNeurons(CourseTable table, int arm, int patient)
    {
        var living = neurons;
        for (var region = 0; region < RegionValues.Count; region++)
        {
            living -= table.Values(arm, patient, Place(MeasureCatalogue.Lost) + region)[rules.Months];
        }

        return living;
    }

    private static float Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : (float)(sum / values.Length);
    }
}
