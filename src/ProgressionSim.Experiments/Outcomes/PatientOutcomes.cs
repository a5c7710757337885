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

    // Places of the measures in the course plan.
    private const int Function = 0;
    private const int Lost = RegionValues.Count;
    private const int Alsfrs = 2 * RegionValues.Count;
    private const int Neurofilament = Alsfrs + 1;

    private readonly OutcomeRules rules;
    private readonly FunctionScore score;
    private readonly float walkingFunction;
    private readonly float breathingFunction;
    private readonly float neurons;
    private readonly float[] scores;

    public PatientOutcomes(RunPlan plan, OutcomeRules rules)
    {
        this.rules = rules;
        var parameters = plan.Measures.FunctionScores;
        score = new FunctionScore(parameters);
        (walkingFunction, breathingFunction) = ((float)parameters.AlsfrsThresholds[ScoreTwo], (float)parameters.AlsfrsThresholds[ScoreThree]);
        neurons = (float)Enum.GetValues<Region>().Sum(region => plan.Disease.MotorNeuronsPerRegion[region]);
        scores = new float[rules.Months + 1];
    }

    /// <summary>The courses that outcomes are taken from: monthly visits from month 0 to M.</summary>
    public static CoursePlan Courses(RunPlan plan, OutcomeRules rules) => new()
    {
        Run = plan,
        VisitDays = [.. Enumerable.Range(0, rules.Months + 1).Select(month => month * RunPlan.DaysPerMonth)],
        FollowUpDays = rules.Months * RunPlan.DaysPerMonth,
        Measures =
        [
            .. Enumerable.Range(MeasureCatalogue.Function, RegionValues.Count),
            .. Enumerable.Range(MeasureCatalogue.Lost, RegionValues.Count),
            MeasureCatalogue.AlsfrsTotal,
            MeasureCatalogue.Neurofilament,
        ],
    };

    /// <summary>Computes all outcomes.</summary>
    /// <param name="table">Courses of the <see cref="Courses"/> plan.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="patient">Patient, from 0 in the table, with an origin.</param>
    /// <param name="outcomes">Receives them, by number.</param>
    public void Compute(CourseTable table, int arm, int patient, Span<float> outcomes)
    {
        var last = rules.Months;
        var death = table.DeathMonths(arm, patient);
        var alsfrs = table.Values(arm, patient, Alsfrs);
        var lived = Lived(alsfrs);
        var isAlive = lived > last;
        outcomes[OutcomeCatalogue.SurvivalMonths] = Math.Clamp(death, 0, last);
        outcomes[OutcomeCatalogue.Alive] = isAlive ? 1 : 0;
        outcomes[OutcomeCatalogue.SymptomFree] = isAlive && table.SymptomOnsetMonths(arm, patient) > last ? 1 : 0;
        outcomes[OutcomeCatalogue.AlsfrsTotal] = isAlive ? alsfrs[last] : 0;
        outcomes[OutcomeCatalogue.AlsfrsArea] = Area(alsfrs[..lived]);
        outcomes[OutcomeCatalogue.MotorNeurons] = isAlive ? LivingNeurons(table, arm, patient) : 0;
        outcomes[OutcomeCatalogue.WalkingMonths] = MonthsAbove(table, arm, patient, Region.Lumbosacral, walkingFunction, lived);
        outcomes[OutcomeCatalogue.SpeakingMonths] = MonthsAbove(table, arm, patient, Region.Bulbar, walkingFunction, lived);
        outcomes[OutcomeCatalogue.BreathingMonths] = MonthsAbove(table, arm, patient, Region.Respiratory, breathingFunction, lived);
        var gain = LargestHeldGain(Scores(table, arm, patient, lived));
        outcomes[OutcomeCatalogue.Recovery] = gain >= rules.RecoveryPoints ? 1 : 0;
        outcomes[OutcomeCatalogue.RecoveryPoints] = gain;
        outcomes[OutcomeCatalogue.Neurofilament] = Mean(table.Values(arm, patient, Neurofilament)[..lived]);
    }

    /// <summary>The noiseless ALSFRS-R of each month lived.</summary>
    public ReadOnlySpan<float> Scores(CourseTable table, int arm, int patient) => Scores(table, arm, patient, Lived(table.Values(arm, patient, Alsfrs)));

    private ReadOnlySpan<float> Scores(CourseTable table, int arm, int patient, int lived)
    {
        var found = scores.AsSpan(0, lived);
        found.Clear();
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var function = table.Values(arm, patient, Function + region);
            for (var month = 0; month < lived; month++)
            {
                found[month] += score.Region(function[month]);
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
        var function = table.Values(arm, patient, Function + (int)region);
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
            living -= table.Values(arm, patient, Lost + region)[rules.Months];
        }

        return living;
    }

    /// <summary>Largest rise above the lowest score so far that every one of the following months holds; 0 without one.</summary>
    private float LargestHeldGain(ReadOnlySpan<float> values)
    {
        var (lowest, largest) = (float.PositiveInfinity, 0f);
        for (var month = 0; month + rules.RecoveryHeldMonths < values.Length; month++)
        {
            lowest = Math.Min(lowest, values[month]);
            if (values[month] - lowest <= largest)
            {
                continue;
            }

            var held = values[month];
            for (var later = 1; later <= rules.RecoveryHeldMonths; later++)
            {
                held = Math.Min(held, values[month + later]);
            }

            largest = Math.Max(largest, held - lowest);
        }

        return largest;
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
