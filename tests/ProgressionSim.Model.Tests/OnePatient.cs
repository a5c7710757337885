using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;
using ProgressionSim.Model.Treatments;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests;

/// <summary>Room for one patient's lane values, and two rows of a path: everything the model's methods take.</summary>
internal sealed unsafe class OnePatient
{
    public const double StepMonths = 7 / 30.4375;

    private readonly Lane1[] values = GC.AllocateArray<Lane1>(512, pinned: true);

    public OnePatient(DiseaseParameters? disease = null, MeasureParameters? measures = null)
    {
        Disease = new DiseaseConstants(disease ?? TestPlans.Disease(), StepMonths);
        Measures = new MeasureConstants(measures ?? TestPlans.Measures(), StepMonths);
        Layout = Disease.Layout;
        for (var region = 0; region < 4; region++)
        {
            Patient.StressFactor[region] = new Lane1((float)(StepMonths / 2));
        }

        Patient.DeathFactor = new Lane1(1);
        Patient.NeurofilamentNorm = new Lane1(500);
        Patient.BaselineSvc = new Lane1(98);
        Patient.DeathThreshold = new Lane1(1);
    }

    public DiseaseConstants Disease { get; }

    public MeasureConstants Measures { get; }

    public PathLayout Layout { get; }

    public PatientLanes<Lane1> Patient => new(At(0));

    public StepEffect<Lane1> Effect => new(At(16));

    public VisitNoise<Lane1> Noise => new(At(32), At(48));

    public VisitScores<Lane1> Scores => new(At(64));

    public MilestoneLanes<Lane1> Milestones => new(At(96));

    public Lane1* Before => At(128);

    public Lane1* After => At(256);

    public Lane1* Scratch => At(384);

    public Lane1* At(int index) => (Lane1*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(values, index);

    /// <summary>Sets counts of one-type pools in a row.</summary>
    public void SetCounts(Lane1* row, int region, double healthy, double stressed)
    {
        row[Layout.Healthy + region] = new Lane1((float)healthy);
        row[Layout.Stressed + region] = new Lane1((float)stressed);
    }

    /// <summary>Sets one value in a row for all regions.</summary>
    public static void SetAll(Lane1* first, double value)
    {
        for (var region = 0; region < 4; region++)
        {
            first[region] = new Lane1((float)value);
        }
    }

    /// <summary>Noise that changes nothing.</summary>
    public void Quiet()
    {
        for (var i = 0; i < VisitNoise<Lane1>.ItemLength; i++)
        {
            Noise.Items[i] = new Lane1(1);
        }

        for (var i = 0; i < VisitNoise<Lane1>.VisitLength; i++)
        {
            At(48)[i] = new Lane1(0);
        }
    }
}
