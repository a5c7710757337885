using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;
using ProgressionSim.Model.Treatments;

namespace ProgressionSim.Engine.Running;

/// <summary>A block of virtual patients, one a lane, in the units of the step.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class PatientBlock<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly RunPlan plan;
    private readonly PatientSampler sampler;
    private readonly LaneBuffer<T> patients = new(PatientLanes<T>.Length);
    private readonly LaneBuffer<T>?[] drugs;
    private readonly LaneBuffer<uint> ids = new(T.Count);
    private readonly double[] modeRates = new double[IntrathecalPharmacokinetics.MaximumCompartments];
    private readonly double[] modeCoefficients = new double[IntrathecalPharmacokinetics.MaximumCompartments];

    public PatientBlock(RunPlan plan, PatientSampler sampler)
    {
        this.plan = plan;
        this.sampler = sampler;
        AgeMonths = new double[T.Count];
        drugs = [.. plan.Treatments.Select(treatment => treatment is AntisenseTreatment antisense ? new LaneBuffer<T>(DrugLanes<T>.Length(Modes(antisense))) : null)];
    }

    /// <summary>Gets the number of each lane's patient.</summary>
    public uint* Patients => ids.Start;

    /// <summary>Gets the age of each lane's patient at biological onset, months.</summary>
    public double[] AgeMonths { get; }

    public PatientLanes<T> Lanes => new(patients.Start);

    /// <summary>An antisense treatment in these patients.</summary>
    public DrugLanes<T> Drug(int treatment) => new(drugs[treatment]!.Start, Modes((AntisenseTreatment)plan.Treatments[treatment]));

    /// <summary>Takes patients of a batch, from a place on; lanes beyond its end repeat the last patient.</summary>
    public void Fill(PatientBatch batch, int place)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            var at = Math.Min(place + lane, batch.Count - 1);
            ids.Start[lane] = batch.Patient(at);
            FillLane(batch.Patient(at), batch.Quantities(at), lane);
        }
    }

    public void Dispose()
    {
        patients.Dispose();
        ids.Dispose();
        foreach (var drug in drugs)
        {
            drug?.Dispose();
        }
    }

    private static int Modes(AntisenseTreatment treatment) => treatment.Pharmacokinetics.Compartments.Count;

    private static void Set(ref T lanes, int lane, double value)
    {
        fixed (T* start = &lanes)
        {
            ((float*)start)[lane] = (float)value;
        }
    }

    private void FillLane(uint patient, ReadOnlySpan<double> values, int lane)
    {
        var lanes = Lanes;
        var progression = values[(int)PatientQuantity.ProgressionRate];
        var vulnerability = plan.Disease.RegionVulnerability;
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var own = values[(int)PatientQuantity.BulbarVulnerability + region];
            Set(ref lanes.StressFactor[region], lane, progression * own * vulnerability[(Region)region] * (0.5 * plan.StepMonths));
        }

        Set(ref lanes.DeathFactor, lane, progression);
        Set(ref lanes.BetweenRegionRate, lane, values[(int)PatientQuantity.BetweenRegionRatePerMonth]);
        Set(ref lanes.TreatedRecoveryHazard, lane, values[(int)PatientQuantity.TreatedRecoveryRatePerMonth] * plan.StepMonths);
        Set(ref lanes.DeathThreshold, lane, sampler.DeathThreshold(patient));
        var age = values[(int)PatientQuantity.AgeAtBiologicalOnsetYears];
        AgeMonths[lane] = age * 12;
        var nfl = plan.Measures.Neurofilament;
        var survival = plan.Measures.Survival;
        Set(ref lanes.NeurofilamentNorm, lane, nfl.BaselinePgPerMl * PortableMath.Exp(nfl.BaselineRisePerYearOfAge * (age - nfl.BaselineReferenceAgeYears)));
        var background = survival.BackgroundRatePerMonth * PortableMath.Exp(survival.BackgroundRisePerYearOfAge * (age - survival.BackgroundReferenceAgeYears));
        Set(ref lanes.BackgroundHazard, lane, background * plan.StepMonths);
        Set(ref lanes.DiagnosticDelay, lane, values[(int)PatientQuantity.DiagnosticDelayMonths] / plan.StepMonths);

        // Enrolment falls on the end of a step, as every milestone does, so that month 0 from enrolment is just before treatment.
        Set(ref lanes.EnrolmentDelay, lane, Math.Ceiling(values[(int)PatientQuantity.EnrolmentMonths] / plan.StepMonths));
        Set(ref lanes.ScreeningPhase, lane, sampler.ScreeningPhase(patient));
        Set(ref lanes.VisitNoiseSd, lane, values[(int)PatientQuantity.AlsfrsVisitNoiseSd]);
        Set(ref lanes.BaselineSvc, lane, values[(int)PatientQuantity.BaselineSvcPercent]);
        Set(ref lanes.OnsetRegion, lane, values[(int)PatientQuantity.OnsetRegion]);
        for (var treatment = 0; treatment < drugs.Length; treatment++)
        {
            if (plan.Treatments[treatment] is AntisenseTreatment antisense)
            {
                DrawDrug(patient, lane, treatment, antisense);
            }
        }
    }

    private void DrawDrug(uint patient, int lane, int treatment, AntisenseTreatment antisense)
    {
        var (ec50, clearance) = sampler.DrugResponse(patient, treatment);
        var drug = Drug(treatment);
        var rates = modeRates.AsSpan(0, drug.Modes);
        var coefficients = modeCoefficients.AsSpan(0, drug.Modes);
        IntrathecalModes.Find(antisense.Pharmacokinetics, clearance, rates, coefficients);
        var stepHours = plan.StepDays * 24;
        for (var mode = 0; mode < drug.Modes; mode++)
        {
            Set(ref drug.Kept[mode], lane, PortableMath.Exp(-rates[mode] * stepHours));
            Set(ref drug.KeptHalfway[mode], lane, PortableMath.Exp(-rates[mode] * (0.5 * stepHours)));
            Set(ref drug.Input[mode], lane, antisense.DoseMilligrams * coefficients[mode]);
        }

        // Below any concentration that matters; the inverse must stay finite in single precision.
        const double SmallestEc50 = 1e-6;
        Set(ref drug.InverseEc50, lane, 1 / Math.Max(ec50, SmallestEc50));
    }
}
