using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Measures;

/// <summary>Measurements of a visit from the state of the motor neurons.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public static unsafe class ClinicalVisit<T>
    where T : unmanaged, ILanes<T>
{
    // Place of each domain's three items on the scale, by region: items 10-12 are respiratory, 7-9 gross motor.
    private static readonly int[] FirstItem = [0, 3, 9, 6];

    /// <summary>ALSFRS-R items, domains and total.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="noise">Noise of the visit.</param>
    /// <param name="function">Function by region, 0-1.</param>
    /// <param name="scores">Receives the scores.</param>
    /// <remarks>
    /// An item scores the number of thresholds c with a logit(c) &lt; a logit(F) + visit part + item part, a the discrimination, the item part standard
    /// logistic, logit(u) with u uniform, the patient's own at every visit. Only the visit part changes from visit to visit; a standard deviation of 0.25
    /// gives totals at the same state a standard deviation of 1.4 to 2.5 points (published: 1.5 to 1.8). Taking exponentials, u / (1 - u) times the region's odds^a e^visit is compared with the thresholds' odds^a.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Alsfrs(MeasureConstants measures, PatientLanes<T> patient, VisitNoise<T> noise, T* function, VisitScores<T> scores)
    {
        var one = T.Of(1f);
        var zero = T.Of(0f);
        var visit = patient.VisitNoiseSd * noise.Visit;
        var total = zero;
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var f = function[region];
            var inside = T.Min(T.Max(f, T.Of(1e-6f)), T.Of(1 - 1e-6f));
            var logit = LaneMath<T>.Log(inside / (one - inside));
            var odds = LaneMath<T>.Exp(T.Fma(T.Of(measures.Discrimination), logit, visit));
            var domain = zero;
            for (var item = FirstItem[region]; item < FirstItem[region] + 3; item++)
            {
                var latent = odds * noise.Items[item];
                var score = zero;
                foreach (var threshold in measures.ThresholdOdds)
                {
                    score += T.IfLess(T.Of(threshold), latent, one, zero);
                }

                score = T.IfLess(f, one, score, T.Of(4f));
                score = T.IfLess(zero, f, score, zero);
                scores.Items[item] = score;
                domain += score;
            }

            scores.Domains[region] = domain;
            total += domain;
        }

        scores.AlsfrsTotal = total;
    }

    /// <summary>King's and MiToS stages from the items; gastrostomy is assumed when swallowing scores 1 or less.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="scores">Items are read, stages written.</param>
    /// <remarks>Sources: rules as coded by R.P.A. van Eijk for PRECISION-ALS; gastrostomy from the swallowing item is an assumption.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Stages(MeasureConstants measures, VisitScores<T> scores)
    {
        var item = scores.Items - 1;
        var kings = Below(T.Min(T.Min(item[1], item[2]), item[3]), 4) + Below(T.Min(item[4], item[5]), 4) + Below(item[8], 4);
        var fourth = T.Max(T.Max(Below(item[10], 1), Below(item[12], 4)), Below(item[3], 2));
        scores.KingsStage = T.IfLess(T.Of(0.5f), fourth, T.Of(4f), kings);

        var movement = T.Max(Below(item[8], 2), Below(item[6], 2));
        var speech = Below(item[1], 2);
        var writing = Below(item[4], 2);
        var communication = measures.MitosCommunicationNeedsBoth ? T.Min(speech, writing) : T.Max(speech, writing);
        var breathing = T.Max(Below(item[10], 2), Below(item[12], 3));
        scores.MitosStage = movement + Below(item[3], 2) + communication + breathing;
    }

    /// <summary>Slow vital capacity.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="noise">Noise of the visit.</param>
    /// <param name="function">Function by region, 0-1.</param>
    /// <param name="scores">Receives the measurement.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void VitalCapacity(MeasureConstants measures, PatientLanes<T> patient, VisitNoise<T> noise, T* function, VisitScores<T> scores)
    {
        var breathing = T.Max(function[(int)Region.Respiratory], T.Of(1e-6f));
        var svc = patient.BaselineSvc * LaneMath<T>.Power(breathing, T.Of(measures.SvcExponent));
        scores.SvcPercent = T.Max(T.Fma(T.Of(measures.SvcNoiseSd), noise.Svc, svc), T.Of(0f));
    }

    /// <summary>Neurofilament with the assay's error.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="noise">Noise of the visit.</param>
    /// <param name="neurofilament">Neurofilament without noise, pg/mL.</param>
    /// <param name="scores">Receives the measurement.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void NeurofilamentAssay(MeasureConstants measures, VisitNoise<T> noise, T* neurofilament, VisitScores<T> scores) =>
        scores.Neurofilament = *neurofilament * LaneMath<T>.Exp(T.Of(measures.AssaySdLog) * noise.Assay);

    /// <summary>Motor-unit number estimates.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="noise">Noise of the visit.</param>
    /// <param name="capacity">Capacity G by region, 0-1.</param>
    /// <param name="scores">Receives the measurements.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MotorUnitNumbers(DiseaseConstants disease, MeasureConstants measures, VisitNoise<T> noise, T* capacity, VisitScores<T> scores)
    {
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var error = T.Fma(T.Of(measures.MotorUnitNumberCv), noise.MotorUnitNumber[region], T.Of(1f));
            scores.MotorUnitNumber[region] = T.Of(disease.Neurons[region]) * capacity[region] * T.Max(error, T.Of(0f));
        }
    }

    /// <summary>1 where a score is below a whole number, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Below(T score, float whole) => T.IfLess(score, T.Of(whole - 0.5f), T.Of(1f), T.Of(0f));
}
