namespace ProgressionSim.Statistics.JointModels;

/// <summary>Climbs to the maximum of the joint likelihood.</summary>
/// <remarks>
/// First by the outer product of the scores (Berndt, Hall, Hall and Hausman, 1974) with halved steps until the squared Newton decrement is below 0.01, 12
/// steps at most,
/// as some data make it creep; then by Newton with the numerical Jacobian of the score, whose inverse at the end is the covariance of the estimates.
/// </remarks>
internal sealed class JointMaximiser(JointLikelihood likelihood)
{
    private const int MaximumSteps = 100;
    private const int MaximumScoringSteps = 12;
    private const double Close = 0.01;
    private const double Arrived = 1e-12;
    private readonly double[] _theta = new double[JointIndex.All];
    private readonly double[] _trial = new double[JointIndex.All];
    private readonly double[] _score = new double[JointIndex.All];
    private readonly double[] _trialScore = new double[JointIndex.All];
    private readonly double[] _step = new double[JointIndex.All];
    private readonly double[] _scale = new double[JointIndex.All];
    private readonly double[] _outer = new double[JointIndex.All * JointIndex.All];
    private readonly double[] _matrix = new double[JointIndex.All * JointIndex.All];

    /// <summary>Parameters: the start before, the maximum after <see cref="Run"/>.</summary>
    public Span<double> Theta => _theta;

    /// <summary>Covariance of the estimates after a run that succeeded, [row * active + column].</summary>
    public double[] Covariance { get; } = new double[JointIndex.All * JointIndex.All];

    public double LogLikelihood { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Maximises over the first parameters.</summary>
    /// <param name="active">How many.</param>
    /// <param name="exact">Whether to go on to the maximum and the covariance; otherwise near it is enough.</param>
    /// <returns>Whether it got there.</returns>
    public bool Run(int active, bool exact)
    {
        Steps = 0;
        Span<double> theta = _theta.AsSpan(0, active), score = _score.AsSpan(0, active), outer = _outer.AsSpan(0, active * active);
        LogLikelihood = likelihood.At(theta, active, score, outer);
        for (var near = false; !near; Steps++)
        {
            if (Steps >= MaximumSteps || !double.IsFinite(LogLikelihood) || !Factored(outer, active))
            {
                return false;
            }

            var decrement = Newton(score, active);
            for (var j = 0; j < active; j++)
            {
                _scale[j] = 1 / Math.Sqrt(outer[(j * active) + j]);
            }

            near = decrement < Close || Steps >= MaximumScoringSteps;
            if (!near && !Climb(active, decrement, outer))
            {
                return false;
            }
        }

        return !exact || Finish(active);
    }

    // Newton with the observed information, renewed at every step: few are needed.
    private bool Finish(int active)
    {
        Span<double> theta = _theta.AsSpan(0, active), score = _score.AsSpan(0, active);
        for (; Steps < MaximumSteps; Steps++)
        {
            Information(active);
            if (!SymmetricSystem.Factor(_matrix.AsSpan(0, active * active), active))
            {
                // Not yet where the likelihood is concave: a step of the first kind.
                var outer = _outer.AsSpan(0, active * active);
                likelihood.At(theta, active, score, outer);
                if (!Factored(outer, active) || !Climb(active, Newton(score, active), []))
                {
                    return false;
                }

                continue;
            }

            // Steps with the same matrix follow as long as they shrink fast, so that the last matrix belongs to the maximum.
            double before = double.PositiveInfinity, decrement = Newton(score, active), first = decrement;
            for (var repeat = 0; repeat < 8 && decrement > Arrived && decrement < before / 4; repeat++)
            {
                if (!Climb(active, decrement, []))
                {
                    return false;
                }

                before = decrement;
                decrement = Newton(score, active);
            }

            // The matrix was taken within 1e-3 standard errors of where the climb ended.
            if (decrement <= Arrived && first < 1e-6)
            {
                Invert(active);
                return true;
            }
        }

        return false;
    }

    private bool Factored(ReadOnlySpan<double> outer, int active)
    {
        outer.CopyTo(_matrix);
        return SymmetricSystem.Factor(_matrix.AsSpan(0, active * active), active);
    }

    // Leaves the Newton step; returns score' matrix^-1 score, about twice what the likelihood still lacks.
    private double Newton(ReadOnlySpan<double> score, int active)
    {
        score.CopyTo(_step);
        SymmetricSystem.Solve(_matrix.AsSpan(0, active * active), active, _step.AsSpan(0, active));
        var decrement = 0.0;
        for (var j = 0; j < active; j++)
        {
            decrement += score[j] * _step[j];
        }

        return decrement;
    }

    private bool Climb(int active, double decrement, Span<double> outer)
    {
        Span<double> theta = _theta.AsSpan(0, active), trial = _trial.AsSpan(0, active), trialScore = _trialScore.AsSpan(0, active);

        // Logs of deviations and of the shape move by at most 1 at a time: the first steps, far from the maximum, would otherwise overshoot.
        var longest = 0.0;
        foreach (var log in (ReadOnlySpan<int>)[JointIndex.LogDeviation0, JointIndex.LogDeviation1, JointIndex.LogResidual, JointIndex.LogShape])
        {
            longest = log < active ? Math.Max(longest, Math.Abs(_step[log])) : longest;
        }

        var length = Math.Min(1, 1 / longest);
        for (var halving = 0; halving < 30; halving++)
        {
            for (var j = 0; j < active; j++)
            {
                trial[j] = theta[j] + (length * _step[j]);
            }

            // Rounding of a sum of some thousand terms must not refuse the last steps.
            var value = likelihood.At(trial, active, trialScore, outer);
            var rounding = decrement < 1e-3 ? 1e-9 * (1 + Math.Abs(LogLikelihood)) : 0;
            if (double.IsFinite(value) && value >= LogLikelihood + (1e-4 * length * decrement) - rounding)
            {
                trial.CopyTo(theta);
                trialScore.CopyTo(_score);
                LogLikelihood = value;
                return true;
            }

            length /= 2;
        }

        return false;
    }

    // Minus the central differences of the score, a thousandth of a conditional standard error to each side, made symmetric.
    private void Information(int active)
    {
        Span<double> trial = _trial.AsSpan(0, active), high = _trialScore.AsSpan(0, active), low = _step.AsSpan(0, active);
        var matrix = _matrix.AsSpan(0, active * active);
        _theta.AsSpan(0, active).CopyTo(trial);
        for (var column = 0; column < active; column++)
        {
            var h = 1e-3 * _scale[column];
            trial[column] = _theta[column] + h;
            likelihood.At(trial, active, high, []);
            trial[column] = _theta[column] - h;
            likelihood.At(trial, active, low, []);
            trial[column] = _theta[column];
            for (var row = 0; row < active; row++)
            {
                matrix[(row * active) + column] = (low[row] - high[row]) / (2 * h);
            }
        }

        for (var row = 0; row < active; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var mean = (matrix[(row * active) + column] + matrix[(column * active) + row]) / 2;
                matrix[(row * active) + column] = mean;
                matrix[(column * active) + row] = mean;
            }
        }
    }

    private void Invert(int active)
    {
        var column = _step.AsSpan(0, active);
        for (var j = 0; j < active; j++)
        {
            column.Clear();
            column[j] = 1;
            SymmetricSystem.Solve(_matrix.AsSpan(0, active * active), active, column);
            for (var row = 0; row < active; row++)
            {
                Covariance[(row * active) + j] = column[row];
            }
        }
    }
}
