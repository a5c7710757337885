using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Patients;

/// <summary>Whether the numbers of statistical patients fit together.</summary>
internal static class StatisticalChecks
{
    /// <summary>Throws for the first that does not.</summary>
    /// <exception cref="ArgumentException">One does not fit.</exception>
    public static void Check(StatisticalPatients patients, IReadOnlyList<TreatmentHistory> histories)
    {
        Check(patients.Classes.Count > 0, "At least one class of patients is needed.");
        Check(Math.Abs(patients.Classes.Sum(kind => kind.Share) - 1) < 1e-9, "Shares of the classes add to 1.");
        Check(!(patients.Lowest > patients.Highest), "The lowest score is at most the highest.");
        foreach (var kind in patients.Classes)
        {
            Check(double.IsFinite(kind.InterceptMean) && double.IsFinite(kind.SlopeMean), $"Means of class {kind.Name} are finite.");
            Check(kind.LogHazard < double.PositiveInfinity && double.IsFinite(kind.Association), $"The hazard of class {kind.Name} is finite.");
            Check(
                kind.Association == 0 || kind.HazardShape <= TiltedWeibull.MaximumShape,
                $"Where death depends on function, the shape of the hazard is at most {TiltedWeibull.MaximumShape}; class {kind.Name} has another.");
        }

        foreach (var effect in patients.Effects)
        {
            Check(
                effect.SlopeDifferencePerMonth.Count == patients.Classes.Count && effect.HazardRatio.Count == patients.Classes.Count,
                $"The effect of arm {effect.Name} has one number for each class.");
            Check(
                effect.SlopeDifferencePerMonth.All(double.IsFinite) && effect.HazardRatio.All(ratio => double.IsFinite(ratio) && ratio > 0),
                $"The effect of arm {effect.Name} has finite slope differences, and hazard ratios above 0.");
        }

        foreach (var history in histories)
        {
            Check(
                history.ModelArm < patients.Effects.Count && (history.NextModelArm ?? 0) < patients.Effects.Count,
                $"A history names an arm that does not exist: there are {patients.Effects.Count}.");
        }
    }

    private static void Check(bool holds, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException(rule);
        }
    }
}
