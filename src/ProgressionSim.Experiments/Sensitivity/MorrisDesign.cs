using ProgressionSim.Engine.Random;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Paths through the unit cube that change one parameter at a time, for screening by elementary effects.</summary>
/// <remarks>
/// Row = path x (k + 1) + j: the path's first point is row 0, and each next row changes one more parameter by one half, in an order, from a start
/// and in directions of its own. Source: Morris, Technometrics 33:161-174 (1991), doi:10.1080/00401706.1991.10484804.
/// Difference from there: the p levels are the middles of p equal parts, (2 l + 1) / (2 p), not 0, 1 / (p - 1), ..., 1, because the ends have no place in
/// distributions without end; the step is p / 2 levels, so each level of a parameter is as likely as any other. Immutable, so thread-safe.
/// </remarks>
public sealed class MorrisDesign
{
    /// <summary>Change of a parameter from one row to the next, up or down: half of the probability.</summary>
    public const double Step = 0.5;

    private readonly double[] starts;
    private readonly int[] places;

    /// <summary>A design.</summary>
    /// <param name="parameters">k, 1 to 1,000.</param>
    /// <param name="trajectories">r, paths, 2 to 10,000; ten to fifty are usual.</param>
    /// <param name="seed">Seed of starts, directions and orders.</param>
    /// <param name="levels">p, an even number from 2 to 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public MorrisDesign(int parameters, int trajectories, uint seed, int levels = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parameters, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trajectories, 10_000);
        if (levels is < 2 or > 1_000 || int.IsOddInteger(levels))
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "Must be an even number between 2 and 1000.");
        }

        Parameters = parameters;
        Trajectories = trajectories;
        starts = new double[trajectories * parameters];
        places = new int[trajectories * parameters];
        var stream = new RandomStream(seed, StreamPurpose.Sensitivity);
        for (var path = 0; path < trajectories; path++)
        {
            var order = Order(stream, path);
            for (var parameter = 0; parameter < parameters; parameter++)
            {
                var level = Below(levels, stream, path, SensitivityDraw.Start, parameter);
                starts[(path * parameters) + parameter] = ((2 * level) + 1) / (2.0 * levels);
                places[(path * parameters) + parameter] = order[parameter];
            }
        }
    }

    /// <summary>k, number of parameters.</summary>
    public int Parameters { get; }

    /// <summary>r, number of paths.</summary>
    public int Trajectories { get; }

    /// <summary>k + 1, rows of one path.</summary>
    public int RowsPerTrajectory => Parameters + 1;

    /// <summary>r (k + 1), rows in all.</summary>
    public int Rows => Trajectories * RowsPerTrajectory;

    /// <summary>Writes the point of one row.</summary>
    /// <param name="row">0 to one below <see cref="Rows"/>.</param>
    /// <param name="point">Receives k coordinates, each strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">The span's length is not k.</exception>
    public void Write(int row, Span<double> point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        if (point.Length != Parameters)
        {
            throw new ArgumentException($"A point has {Parameters} coordinates; there is room for {point.Length}.", nameof(point));
        }

        var (path, changed) = Math.DivRem(row, RowsPerTrajectory);
        for (var parameter = 0; parameter < Parameters; parameter++)
        {
            var start = starts[(path * Parameters) + parameter];
            point[parameter] = PlaceOf(path, parameter) < changed ? start + SignedStep(path, parameter) : start;
        }
    }

    /// <summary>Row of a path after which a parameter changes: the change lies between this row, counted from 0, and the next.</summary>
    /// <param name="path">0 to one below the number of paths.</param>
    /// <param name="parameter">0 to one below k.</param>
    internal int PlaceOf(int path, int parameter) => places[(path * Parameters) + parameter];

    /// <summary>Change of a parameter: up from the lower half, down from the upper.</summary>
    /// <param name="path">0 to one below the number of paths.</param>
    /// <param name="parameter">0 to one below k.</param>
    internal double SignedStep(int path, int parameter) => starts[(path * Parameters) + parameter] < 0.5 ? Step : -Step;

    private static int Below(int bound, RandomStream stream, int path, SensitivityDraw draw, int index)
    {
        var word = Philox.Block(stream, (uint)path, (uint)draw, (uint)index).Word0;
        return (int)(((ulong)word * (ulong)bound) >> 32);
    }

    private int[] Order(RandomStream stream, int path)
    {
        var order = new int[Parameters];
        for (var i = 0; i < Parameters; i++)
        {
            order[i] = i;
        }

        for (var i = Parameters - 1; i > 0; i--)
        {
            var other = Below(i + 1, stream, path, SensitivityDraw.Order, i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
