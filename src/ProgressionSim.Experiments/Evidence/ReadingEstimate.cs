using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>A statistic of one number of each patient: whether the patient is looked at, and the number.</summary>
/// <param name="estimator">The estimator.</param>
internal sealed class ReadingEstimate(ReadingEstimator estimator) : CohortEstimate
{
    private const int FewestVisitsOfLine = 3;

    /// <inheritdoc/>
    public override int Width => 2;

    /// <inheritdoc/>
    public override void Read(CohortView courses, CohortView? twins, int patient, Span<double> numbers)
    {
        numbers.Fill(double.NaN);
        var moment = courses.Moment(estimator.From, estimator.Arm, patient);
        if (!IsLookedAt(courses, patient, moment))
        {
            return;
        }

        var value = ReadArm(courses, estimator.Arm, patient, moment);
        if (estimator.ComparedWith is { } other)
        {
            // The other arm is seen at the same time, also where nothing starts in it; a twin with other chance at its own.
            var view = estimator.ComparedWithOwnChance ? twins! : courses;
            var isSameTime = !estimator.ComparedWithOwnChance || estimator.From == CourseMoment.TreatmentStart;
            var otherMoment = isSameTime ? moment : MomentOfTwin(view, other, patient);
            if (!IsFollowed(view, otherMoment))
            {
                return;
            }

            value -= ReadArm(view, other, patient, otherMoment);
        }

        (numbers[0], numbers[1]) = (1, value);
    }

    /// <inheritdoc/>
    public override double Value(PatientNumbers patients)
    {
        if (Series(patients) is not { } series)
        {
            return Statistic(patients);
        }

        return series.Count == 0 ? double.NaN : series.Average();
    }

    /// <inheritdoc/>
    /// <remarks>Patients who follow each other make a series; patients who are not looked at are in none, and series without a value are left out.</remarks>
    public override IReadOnlyList<double>? Series(PatientNumbers patients)
    {
        if (estimator.SeriesOf is not { } size)
        {
            return null;
        }

        var found = new List<double>();
        var kept = new double[size * 2];
        var count = 0;
        for (var patient = 0; patient < patients.Count; patient++)
        {
            if (double.IsNaN(patients[patient, 0]))
            {
                continue;
            }

            (kept[2 * count], kept[(2 * count) + 1]) = (patients[patient, 0], patients[patient, 1]);
            if (++count < size)
            {
                continue;
            }

            count = 0;
            if (Statistic(new PatientNumbers(kept, 2, 0)) is var value && !double.IsNaN(value))
            {
                found.Add(value);
            }
        }

        return found;
    }

    private double Statistic(PatientNumbers patients)
    {
        var values = new List<double>(patients.Count);
        for (var patient = 0; patient < patients.Count; patient++)
        {
            if (double.IsFinite(patients[patient, 1]))
            {
                values.Add(patients[patient, 1]);
            }
        }

        if (values.Count == 0)
        {
            return double.NaN;
        }

        return estimator.Statistic switch
        {
            CohortStatistic.Mean => values.Average(),
            CohortStatistic.Sd => Sd(values),
            CohortStatistic.Median => Median(values),
            CohortStatistic.Minimum => values.Min(),
            CohortStatistic.Maximum => values.Max(),
            _ => values.Sum(),
        };
    }

    private static double Sd(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private bool IsLookedAt(CohortView courses, int patient, double moment) =>
        IsFollowed(courses, moment)
        && (estimator.Reading == PatientReading.Interval || moment < courses.Table.DeathMonths(estimator.Arm, patient))
        && courses.IsAmong(estimator.Among, estimator.Arm, patient, moment);

    /// <summary>True when a moment comes and the months asked about lie within the follow-up: who is alive at its end may die before month B.</summary>
    private bool IsFollowed(CohortView courses, double moment) => double.IsFinite(moment) && estimator.Reading switch
    {
        PatientReading.SurvivalMonths or PatientReading.Alive or PatientReading.SymptomFree or PatientReading.Recovered =>
            moment + estimator.ToMonth <= courses.LastMonth,
        PatientReading.Stable => moment + estimator.ToMonth <= courses.LastMonth && moment + estimator.FromMonth >= courses.FirstMonth,
        _ => true,
    };

    private double MomentOfTwin(CohortView twins, int arm, int patient) =>
        twins.Table.HasOrigin(patient) ? twins.Moment(estimator.From, arm, patient) : double.PositiveInfinity;

    private double ReadArm(CohortView courses, int arm, int patient, double moment)
    {
        var (from, to) = (moment + estimator.FromMonth, moment + estimator.ToMonth);
        double At(double month) => courses.ValueAt(estimator.Measure, arm, patient, month);
        double Score(double month) => courses.ValueAt(MeasureCatalogue.AlsfrsTotal, arm, patient, month);
        bool IsAlive(double month) => courses.Table.DeathMonths(arm, patient) > month;
        return estimator.Reading switch
        {
            PatientReading.Value => At(from),
            PatientReading.Change => At(to) - At(from),
            PatientReading.FoldChange => At(to) / At(from),
            PatientReading.Slope => Line(courses, arm, patient, from, to, static value => value),
            PatientReading.MonthlyDecline => 1 - Math.Exp(Line(courses, arm, patient, from, to, static value => Math.Log(Math.Max(1, value)))),
            PatientReading.Interval => Finite(courses.Moment(estimator.To, arm, patient) - moment),
            PatientReading.SurvivalMonths => Math.Clamp(courses.Table.DeathMonths(arm, patient) - moment, 0, estimator.ToMonth),
            PatientReading.Alive => IsAlive(to) ? 1 : 0,
            PatientReading.SymptomFree => IsAlive(to) && courses.Table.SymptomOnsetMonths(arm, patient) > to ? 1 : 0,
            PatientReading.Recovered => courses.LargestHeldGain(arm, patient, moment, to, estimator.HeldMonths) >= estimator.Points ? 1 : 0,
            PatientReading.Stable => Score(to) >= Score(from) - estimator.Points ? 1 : 0,
            PatientReading.LossAtDeath => courses.LossAtDeath(arm, patient),
            PatientReading.AgeAtSymptomOnset => courses.AgeAtSymptomOnsetYears(patient),
            _ => throw new InvalidOperationException($"There is no reading {estimator.Reading}."),
        };
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;

    private double Line(CohortView courses, int arm, int patient, double from, double to, Func<double, double> scale)
    {
        double count = 0, times = 0, values = 0, squares = 0, products = 0;
        for (var month = 0.0; month <= to - from; month++)
        {
            var value = courses.ValueAt(estimator.Measure, arm, patient, from + month);
            if (double.IsNaN(value))
            {
                break;
            }

            var scaled = scale(value);
            (count, times, values, squares, products) = (count + 1, times + month, values + scaled, squares + (month * month), products + (month * scaled));
        }

        return count < FewestVisitsOfLine ? double.NaN : (products - (times * values / count)) / (squares - (times * times / count));
    }
}
