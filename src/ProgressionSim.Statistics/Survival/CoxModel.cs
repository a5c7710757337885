namespace ProgressionSim.Statistics.Survival;

/// <summary>Cox's proportional hazards model: log hazard ratios from right-censored times, with strata and late entry.</summary>
/// <remarks>
/// Maximum partial likelihood by Newton steps on standardised covariates, halved when the likelihood falls. Converged when the step expected
/// next is below 3e-10 standard errors. Only exactly equal times are ties; a patient is at risk from just after entry up to the own time.
/// Assumption: hazards are proportional within strata, and censoring and entry tell nothing about risk.
/// Source: Cox, J R Stat Soc B 34:187-220 (1972), doi:10.1111/j.2517-6161.1972.tb00899.x.
/// Memory is kept from call to call: one instance per thread, no allocation once grown. Results do not depend on earlier calls.
/// </remarks>
public sealed class CoxModel
{
    private const int MaxIterations = 25;
    private const int MaxHalvings = 30;
    private const double ConvergedDecrement = 1e-19;

    /// <summary>Covariates are told apart when this share of a covariate's information is its own.</summary>
    private const double CollinearShare = 1e-10;

    private readonly CoxRiskSets _sets = new();
    private readonly CoxLikelihood _likelihood = new();
    private double[] _scales = [];
    private double[] _effects = [];
    private double[] _trial = [];
    private double[] _step = [];
    private double[] _factor = [];
    private double[] _estimates = [];
    private double[] _errors = [];
    private double[] _covariance = [];
    private FitStatus _status = FitStatus.NotEstimable;

    /// <summary>Log hazard ratio per unit of each covariate, of the last fit; stays until the next one. NaN when not estimable.</summary>
    public ReadOnlySpan<double> Estimates => _estimates;

    /// <summary>Standard errors of <see cref="Estimates"/>, from the observed information.</summary>
    public ReadOnlySpan<double> StandardErrors => _errors;

    /// <summary>Covariance of <see cref="Estimates"/>, [row * covariates + column].</summary>
    public ReadOnlySpan<double> Covariance => _covariance;

    /// <summary>Fits the model.</summary>
    /// <param name="times">Time to event or censoring, any order, one per patient; finite.</param>
    /// <param name="events">True for an event, false for censoring; same order and length.</param>
    /// <param name="covariates">[patient * covariateCount + c], finite; the group (0 or 1) usually first.</param>
    /// <param name="covariateCount">At least 1.</param>
    /// <param name="ties">What to make of events at the same time.</param>
    /// <param name="strata">Stratum of each patient, coded 0 to 65535; empty for none.</param>
    /// <param name="entryTimes">When each patient came under observation, before the patient's time; finite; empty when all did at the start.</param>
    /// <returns>The fit; effects are in <see cref="Estimates"/> and <see cref="Effect"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a stratum is outside its range, a number is not finite, or an entry is not before the time.</exception>
    public CoxFit Fit(
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<double> covariates,
        int covariateCount = 1,
        TieHandling ties = TieHandling.Efron,
        ReadOnlySpan<int> strata = default,
        ReadOnlySpan<double> entryTimes = default)
    {
        Check(times, events, covariates, covariateCount, ties, entryTimes);
        Resize(covariateCount);
        _sets.Arrange(times, events, strata, entryTimes);
        _status = FitStatus.NotEstimable;
        _estimates.AsSpan().Fill(double.NaN);
        _errors.AsSpan().Fill(double.NaN);
        _covariance.AsSpan().Fill(double.NaN);
        if (_sets.Events == 0 || !Standardise(covariates, covariateCount))
        {
            return CoxFit.NotEstimable(_sets.Events);
        }

        _likelihood.SumEvents(_sets);
        return Maximise(ties);
    }

    /// <summary>Effect of one covariate in the last fit: log hazard ratio per unit, with its Wald test.</summary>
    /// <param name="covariate">From 0.</param>
    /// <returns>The effect, with the status of the fit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such covariate, or no fit yet.</exception>
    public EffectEstimate Effect(int covariate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(covariate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(covariate, _estimates.Length);
        return EffectEstimate.FromNormal(_estimates[covariate], _errors[covariate]) with { Status = _status };
    }

    private static void Check(
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<double> covariates,
        int covariateCount,
        TieHandling ties,
        ReadOnlySpan<double> entryTimes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(covariateCount, 1);
        if (events.Length != times.Length)
        {
            throw new ArgumentException("There must be one event flag per time.", nameof(events));
        }

        if (covariates.Length != (long)times.Length * covariateCount)
        {
            throw new ArgumentException("There must be one value per patient and covariate.", nameof(covariates));
        }

        if (ties is not (TieHandling.Efron or TieHandling.Breslow))
        {
            throw new ArgumentOutOfRangeException(nameof(ties), ties, "Unknown handling of ties.");
        }

        if (!entryTimes.IsEmpty && entryTimes.Length != times.Length)
        {
            throw new ArgumentException("There must be one entry time per time.", nameof(entryTimes));
        }

        for (var i = 0; i < entryTimes.Length; i++)
        {
            if (!(entryTimes[i] < times[i]))
            {
                throw new ArgumentException("Every patient must enter before the own time.", nameof(entryTimes));
            }
        }
    }

    /// <summary>Hands the likelihood ordered covariates with mean 0 and standard deviation 1; false when one does not vary.</summary>
    private bool Standardise(ReadOnlySpan<double> covariates, int count)
    {
        var patients = _sets.Patients;
        var ordered = _likelihood.Covariates(patients.Length, count);
        for (var c = 0; c < count; c++)
        {
            double sum = 0;
            for (var at = c; at < covariates.Length; at += count)
            {
                sum += covariates[at];
            }

            double mean = sum / patients.Length, squares = 0, magnitude = Math.Abs(mean);
            for (var at = c; at < covariates.Length; at += count)
            {
                var difference = covariates[at] - mean;
                squares += difference * difference;
            }

            if (!double.IsFinite(squares))
            {
                throw new ArgumentOutOfRangeException(nameof(covariates), "Every covariate must be finite.");
            }

            _scales[c] = Math.Sqrt(squares / patients.Length);
            if (!(_scales[c] > 1e-13 * magnitude))
            {
                return false;
            }

            var perUnit = 1 / _scales[c];
            for (var place = 0; place < patients.Length; place++)
            {
                ordered[(place * count) + c] = (covariates[(patients[place] * count) + c] - mean) * perUnit;
            }
        }

        return true;
    }

    private CoxFit Maximise(TieHandling ties)
    {
        var count = _effects.Length;
        _effects.AsSpan().Clear();
        double nullLikelihood = _likelihood.Evaluate(_sets, _effects, ties), likelihood = nullLikelihood;
        for (var c = 0; c < count; c++)
        {
            // Standardised covariates bring about 1 per event unless they do not vary where events are.
            if (!(_likelihood.Information[(c * count) + c] > 1e-12 * _sets.Events))
            {
                return CoxFit.NotEstimable(_sets.Events);
            }
        }

        if (!TakeStep(CollinearShare, out var decrement))
        {
            return CoxFit.NotEstimable(_sets.Events);
        }

        var scoreTest = decrement;
        var iterations = 0;
        while (decrement > ConvergedDecrement && iterations < MaxIterations)
        {
            iterations++;
            if (!Improve(ties, ref likelihood) || !TakeStep(0, out decrement))
            {
                decrement = double.NaN;
                break;
            }
        }

        _status = decrement <= ConvergedDecrement ? FitStatus.Estimated : FitStatus.NotConverged;
        return new(_status, _sets.Events, iterations, nullLikelihood, likelihood, scoreTest, Report(), 2 * (likelihood - nullLikelihood));
    }

    /// <summary>Newton step at the current effects, and the fall of -2 log likelihood to expect of it; the factor of the information is kept.</summary>
    private bool TakeStep(double tolerance, out double decrement)
    {
        decrement = 0;
        var count = _effects.Length;
        _likelihood.Information.CopyTo(_trial.AsSpan());
        if (!SmallCholesky.Factor(_trial, count, tolerance))
        {
            return false;
        }

        _trial.CopyTo(_factor, 0);
        _likelihood.Score.CopyTo(_step, 0);
        SmallCholesky.Solve(_factor, count, _step);
        for (var c = 0; c < count; c++)
        {
            decrement += _step[c] * _likelihood.Score[c];
        }

        return true;
    }

    /// <summary>Goes along the step, halving it until the likelihood does not fall.</summary>
    private bool Improve(TieHandling ties, ref double likelihood)
    {
        var rounding = 1e-12 * (1 + Math.Abs(likelihood));
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            for (var c = 0; c < _effects.Length; c++)
            {
                _effects[c] += _step[c];
            }

            var reached = _likelihood.Evaluate(_sets, _effects, ties);
            if (reached >= likelihood - rounding && reached < double.PositiveInfinity)
            {
                likelihood = reached;
                return true;
            }

            for (var c = 0; c < _effects.Length; c++)
            {
                _effects[c] -= _step[c];
                _step[c] /= 2;
            }
        }

        return false;
    }

    /// <summary>Fills the estimates in the units of the covariates; gives the Wald chi-square.</summary>
    private double Report()
    {
        var count = _effects.Length;
        SmallCholesky.Invert(_factor, count, _covariance);
        double wald = 0;
        for (var row = 0; row < count; row++)
        {
            double along = 0;
            for (var k = row; k < count; k++)
            {
                along += _factor[(k * count) + row] * _effects[k];
            }

            wald += along * along;
            _estimates[row] = _effects[row] / _scales[row];
            for (var column = 0; column < count; column++)
            {
                _covariance[(row * count) + column] /= _scales[row] * _scales[column];
            }

            _errors[row] = Math.Sqrt(_covariance[(row * count) + row]);
        }

        return wald;
    }

    private void Resize(int count)
    {
        if (_effects.Length != count)
        {
            _scales = new double[count];
            _effects = new double[count];
            _step = new double[count];
            _estimates = new double[count];
            _errors = new double[count];
            _trial = new double[count * count];
            _factor = new double[count * count];
            _covariance = new double[count * count];
        }
    }
}
