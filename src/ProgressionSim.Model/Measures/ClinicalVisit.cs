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

    /// <summary>Takes all measurements.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="noise">Uniforms of the visit.</param>
    /// <param name="function">Function by region, 0-1.</param>
    /// <param name="capacity">Capacity G by region, 0-1.</param>
    /// <param name="neurofilament">Neurofilament without noise, pg/mL.</param>
    /// <param name="scores">Receives the measurements.</param>
    public static void Measure(
        DiseaseConstants disease, MeasureConstants measures, PatientLanes<T> patient, VisitNoise<T> noise, T* function, T* capacity, T* neurofilament, VisitScores<T> scores)
    {
        Alsfrs(measures, patient, noise, function, scores);
        Stages(measures, scores);
        Instruments(disease, measures, patient, noise, function, capacity, neurofilament, scores);
    }

    /// <summary>ALSFRS-R items.</summary>
    /// <remarks>
    /// An item scores the number of thresholds c with a logit(c) &lt; a logit(F) + visit part + item part, a the discrimination, the item part standard
    /// logistic: with u its uniform, logit(u), the patient's own at every visit. Only the visit part changes from visit to visit; a standard deviation of 0.25
    /// gives totals at the same state a standard deviation of 1.4 to 2.5 points (published: 1.5 to 1.8). Taking exponentials, u / (1 - u) times the region's odds^a e^visit is compared with the thresholds' odds^a.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Alsfrs(MeasureConstants measures, PatientLanes<T> patient, VisitNoise<T> noise, T* function, VisitScores<T> scores)
    {
        var one = T.Of(1f);
        var zero = T.Of(0f);
        var visit = patient.VisitNoiseSd * LaneMath<T>.NormalQuantile(noise.Visit);
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
                var u = noise.Items[item];
                var latent = odds * (u / (one - u));
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
    /// <remarks>Sources: rules as coded by R.P.A. van Eijk for PRECISION-ALS; gastrostomy from the swallowing item is an assumption.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stages(MeasureConstants measures, VisitScores<T> scores)
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Instruments(
        DiseaseConstants disease, MeasureConstants measures, PatientLanes<T> patient, VisitNoise<T> noise, T* function, T* capacity, T* neurofilament, VisitScores<T> scores)
    {
        var breathing = T.Max(function[(int)Region.Respiratory], T.Of(1e-6f));
        var svc = patient.BaselineSvc * LaneMath<T>.Power(breathing, T.Of(measures.SvcExponent));
        scores.SvcPercent = T.Max(T.Fma(T.Of(measures.SvcNoiseSd), LaneMath<T>.NormalQuantile(noise.Svc), svc), T.Of(0f));
        scores.Neurofilament = *neurofilament * LaneMath<T>.Exp(T.Of(measures.AssaySdLog) * LaneMath<T>.NormalQuantile(noise.Assay));
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var error = T.Fma(T.Of(measures.MotorUnitNumberCv), LaneMath<T>.NormalQuantile(noise.MotorUnitNumber[region]), T.Of(1f));
            scores.MotorUnitNumber[region] = T.Of(disease.Neurons[region]) * capacity[region] * T.Max(error, T.Of(0f));
        }
    }

    /// <summary>1 where a score is below a whole number, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Below(T score, float whole) => T.IfLess(score, T.Of(whole - 0.5f), T.Of(1f), T.Of(0f));
}
