using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

/// <summary>
/// The coupled model for infinitely many neurons as differential equations, solved by the classical Runge-Kutta method in double precision with steps far
/// below the product's. Time is in months since biological onset.
/// </summary>
public sealed class MeanFieldSolver
{
    private const double LargestStep = 1.0 / 128;

    private readonly DiseaseParameters disease;
    private readonly MeasureParameters measures;
    private readonly PlainRates rates;
    private readonly Func<double, PlainEffect> effect;
    private readonly double[] breaks;
    private readonly int pools;
    private double[] state;

    /// <summary>Starts at biological onset.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="measures">The measures; the age norm of neurofilament and the background hazard must be constant.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="effect">Drugs at a time; null for none.</param>
    /// <param name="breaks">Times at which the drugs' effect jumps or bends; no step straddles one.</param>
    public MeanFieldSolver(DiseaseParameters disease, MeasureParameters measures, PlainPatient patient, Func<double, PlainEffect>? effect = null, params double[] breaks)
    {
        this.disease = disease;
        this.measures = measures;
        this.effect = effect ?? (_ => PlainEffect.None);
        this.breaks = breaks;
        rates = new PlainRates(disease, patient);
        pools = rates.Pools;
        state = new double[(2 * pools) + 7];
        for (var pool = 0; pool < pools; pool++)
        {
            state[pools + pool] = rates.Focus(pool);
            state[pool] = rates.Size(pool) - rates.Focus(pool);
        }

        Array.Fill(state, 1, 2 * pools, 4);
        state[Nfl] = measures.Neurofilament.BaselinePgPerMl;
        state[Protein] = 1;
    }

    /// <summary>Time reached.</summary>
    public double Month { get; private set; }

    /// <summary>Neurofilament in CSF, pg/mL.</summary>
    public double Neurofilament => state[Nfl];

    /// <summary>P.</summary>
    public double ToxicProtein => state[Protein];

    /// <summary>Cumulative hazard of death or permanent ventilation.</summary>
    public double CumulativeHazard => state[Hazard];

    private int Nfl => (2 * pools) + 4;

    private int Hazard => Nfl + 1;

    private int Protein => Nfl + 2;

    /// <summary>Healthy neurons of a region.</summary>
    /// <param name="region">Region.</param>
    public double Healthy(int region) => InRegion(state, 0, region);

    /// <summary>Stressed neurons of a region.</summary>
    /// <param name="region">Region.</param>
    public double Stressed(int region) => InRegion(state, pools, region);

    /// <summary>Lost neurons of a region.</summary>
    /// <param name="region">Region.</param>
    public double Lost(int region) => disease.MotorNeuronsPerRegion[(Region)region] - Healthy(region) - Stressed(region);

    /// <summary>F of a region.</summary>
    /// <param name="region">Region.</param>
    public double Function(int region) => Math.Min(1, Capacity(state, region) * state[(2 * pools) + region]);

    /// <summary>Solves up to a time.</summary>
    /// <param name="month">Not before the time reached.</param>
    public void AdvanceTo(double month)
    {
        foreach (var stop in breaks.Where(at => at > Month && at < month).Order().Append(month).ToArray())
        {
            var steps = (int)Math.Ceiling((stop - Month) / LargestStep);
            var from = Month;
            for (var i = 0; i < steps; i++)
            {
                var h = (stop - from) / steps;
                Step(from + (i * h), h);
            }

            Month = stop;
        }
    }

    private void Step(double t, double h)
    {
        // The ends of a step are looked at from inside, so that a jump of the drugs' effect belongs to one side only.
        const double Inside = 1e-9;
        var k1 = Derivative(t + (Inside * h), state);
        var k2 = Derivative(t + (h / 2), Moved(k1, h / 2));
        var k3 = Derivative(t + (h / 2), Moved(k2, h / 2));
        var k4 = Derivative(t + (h * (1 - Inside)), Moved(k3, h));
        state = [.. state.Select((value, i) => value + (h / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i])))];
    }

    private double[] Moved(double[] slope, double h)
    {
        var moved = new double[state.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = state[i] + (h * slope[i]);
        }

        return moved;
    }

    private double[] Derivative(double t, double[] y)
    {
        var drugs = effect(t);
        var slope = new double[y.Length];
        var protein = y[Protein];
        var recovery = rates.Recovery(protein);
        double deaths = 0, stressed = 0, neurons = 0;
        for (var pool = 0; pool < pools; pool++)
        {
            var stress = rates.Stress(pool, y, protein, drugs) * y[pool];
            var death = rates.Death(pool, protein, drugs) * y[pools + pool];
            var recovered = recovery * y[pools + pool];
            slope[pool] = recovered - stress;
            slope[pools + pool] = stress - recovered - death;
            deaths += death;
            stressed += y[pools + pool];
            neurons += rates.Size(pool);
        }

        for (var region = 0; region < 4; region++)
        {
            var target = Math.Min(disease.Compensation.MaximumEnlargement, 1 / Math.Max(Capacity(y, region), 1e-6));
            slope[(2 * pools) + region] = disease.Compensation.RatePerMonth * (target - y[(2 * pools) + region]);
        }

        var nfl = measures.Neurofilament;
        var leak = nfl.StressLeakRatePerMonth * rates.DeathDriven(protein) * stressed / neurons;
        var level = nfl.BaselinePgPerMl + (nfl.ReleasePgPerMlMonths * ((deaths / neurons) + leak));
        slope[Nfl] = Math.Log(2) / nfl.HalfLifeMonths * (level - y[Nfl]);
        slope[Protein] = Math.Log(2) / disease.ToxicProteinHalfLifeMonths * (1 - drugs.Knockdown - protein);
        var survival = measures.Survival;
        slope[Hazard] = survival.BackgroundRatePerMonth
            + (survival.MaximumRatePerMonth * Weakness(y, (int)Region.Respiratory))
            + (survival.BulbarMaximumRatePerMonth * Weakness(y, (int)Region.Bulbar));
        return slope;
    }

    private double Weakness(double[] y, int region)
    {
        var k = measures.Survival.RespiratorySteepness;
        var function = Math.Min(1, Capacity(y, region) * y[(2 * pools) + region]);
        return (Math.Exp(-k * function) - Math.Exp(-k)) / (1 - Math.Exp(-k));
    }

    private double Capacity(double[] y, int region) =>
        (InRegion(y, 0, region) + (disease.Compensation.StressedNeuronFunction * InRegion(y, pools, region))) / disease.MotorNeuronsPerRegion[(Region)region];

    private double InRegion(double[] y, int first, int region)
    {
        var sum = 0.0;
        for (var pool = region; pool < pools; pool += 4)
        {
            sum += y[first + pool];
        }

        return sum;
    }
}
