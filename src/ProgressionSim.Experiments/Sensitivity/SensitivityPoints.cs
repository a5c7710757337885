using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>The points at which a sensitivity analysis runs the scenario: those of the tornado, then those of the method.</summary>
internal sealed class SensitivityPoints
{
    private readonly SensitivityPlan plan;
    private readonly List<ParameterValue[]> points = [];

    public SensitivityPoints(SensitivityPlan plan)
    {
        this.plan = plan;
        var parameters = plan.Parameters.Count;
        Tornado = new TornadoDesign { Parameters = parameters };
        Sobol = plan.Method == SensitivityMethod.Sobol ? new SaltelliDesign(parameters, plan.BasePoints, plan.Run.Seed) : null;
        Morris = plan.Method == SensitivityMethod.Morris ? new MorrisDesign(parameters, plan.BasePoints, plan.Run.Seed) : null;
        var point = new double[parameters];
        Add(Tornado.Rows, point, row => Tornado.Write(row, point));
        Add(Sobol?.Rows ?? 0, point, row => Sobol!.Write(row, point));
        Add(Morris?.Rows ?? 0, point, row => Morris!.Write(row, point));
    }

    public TornadoDesign Tornado { get; }

    public SaltelliDesign? Sobol { get; }

    public MorrisDesign? Morris { get; }

    /// <summary>Gets the values of every point.</summary>
    public IReadOnlyList<ParameterValue[]> Points => points;

    private void Add(int rows, double[] point, Action<int> write)
    {
        for (var row = 0; row < rows; row++)
        {
            write(row);
            points.Add([.. plan.Parameters.Select((parameter, i) => new ParameterValue(parameter.Path, parameter.Distribution.Quantile(point[i])))]);
        }
    }
}
