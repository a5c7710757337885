namespace ProgressionSim.Statistics.JointModels;

/// <summary>Maximum likelihood fit of a line per patient together with the death that depends on it (shared-parameter model), two randomised groups.</summary>
/// <remarks>
/// Value at t: m_i(t) + residual, m_i(t) = b0_i + (b1_i + slope effect * group) t, (b0, b1) normal with any covariance, one mean for both groups as
/// randomisation warrants.
/// Hazard of death: rho t^(rho - 1) exp(g0 + gamma group + alpha m_i(t)). Values stop at death; what is missing otherwise must not depend on more than the
/// model holds. Source: Henderson, Diggle and Dobson, Biostatistics 1:465-480 (2000), doi:10.1093/biostatistics/1.4.465; for ALS van Eijk et al., Clin
/// Epidemiol 10:333 (2018).
/// Standard errors are from the observed information. Below about six deaths the likelihood often has no finite maximum: NotConverged, or standard errors
/// too large to tell anything. Owns its scratch memory: one instance per thread; results do not depend on earlier calls.
/// </remarks>
public sealed class JointModel
{
    private readonly HazardShape _shape;
    private readonly JointData _data = new();
    private readonly JointMaximiser _maximiser;

    /// <summary>Makes a fitter.</summary>
    /// <param name="shape">Baseline hazard.</param>
    /// <param name="quadraturePoints">Gauss-Hermite points for each of intercept and slope; 3 to 25. For visits every 3 months and 15 % deaths the default is
    /// exact to 1e-11 of a log likelihood; where deaths tell much of the lines (half die, few visits) to 2e-5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of points is outside its range.</exception>
    public JointModel(HazardShape shape = HazardShape.Weibull, int quadraturePoints = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quadraturePoints, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quadraturePoints, 25);
        _shape = shape;
        _maximiser = new(new(_data, quadraturePoints));
    }

    /// <summary>Fits the model.</summary>
    /// <param name="values">[patient * visits + visit]; NaN where missing, as all values after death.</param>
    /// <param name="visitTimes">Time of each visit, the same for all patients, or [patient * visits + visit]; at least 0.</param>
    /// <param name="group">0 or 1 for each patient.</param>
    /// <param name="times">End of each patient's follow-up for death, in the unit of the visits; at least 0, above 0 at a death.</param>
    /// <param name="events">Whether the patient died then.</param>
    /// <returns>The fit; NotEstimable when a group has fewer than 2 patients with 2 visits, nobody has 3, nothing varies, or only one group has
    /// deaths.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is not 0 or 1, or a time is outside its range.</exception>
    public JointModelFit Fit(
        ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, ReadOnlySpan<int> group, ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        Check(values, visitTimes, group, times, events);
        _data.Load(values, visitTimes, group, times, events);
        if (!_data.HoldsAnswer())
        {
            return Report(FitStatus.NotEstimable, 0);
        }

        Start();
        var line = _maximiser.Run(JointIndex.OfLine, exact: _data.Deaths == 0);
        if (_data.Deaths == 0 || !line)
        {
            return Report(line ? FitStatus.Estimated : FitStatus.NotConverged, JointIndex.OfLine);
        }

        var active = _shape == HazardShape.Weibull ? JointIndex.All : JointIndex.LogShape;
        return Report(_maximiser.Run(active, exact: true) ? FitStatus.Estimated : FitStatus.NotConverged, active);
    }

    private static void Check(
        ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, ReadOnlySpan<int> group, ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        var patients = group.Length;
        var visits = patients == 0 ? 0 : values.Length / patients;
        if (times.Length != patients || events.Length != patients || values.Length != visits * patients
            || (visitTimes.Length != visits && visitTimes.Length != values.Length))
        {
            throw new ArgumentException("Group, times and events have one entry a patient, values and visit times fit them.", nameof(values));
        }

        for (var i = 0; i < patients; i++)
        {
            if (group[i] is not (0 or 1))
            {
                throw new ArgumentException("A group is 0 or 1.", nameof(group));
            }

            if (!(times[i] >= 0 && double.IsFinite(times[i])) || (events[i] && times[i] == 0))
            {
                throw new ArgumentException("A time is finite, at least 0, and above 0 at a death.", nameof(times));
            }
        }
    }

    // A line through all values, its residual variance shared out between patients and residuals; deaths over time at risk.
    private void Start()
    {
        double n = 0, t1 = 0, t2 = 0, y1 = 0, ty = 0, y2 = 0, risk = 0;
        for (var i = 0; i < _data.Patients; i++)
        {
            var s = _data.Sums.AsSpan(6 * i, 6);
            n += s[0];
            t1 += s[1];
            t2 += s[2];
            y1 += s[3];
            ty += s[4];
            y2 += s[5];
            risk += _data.Time[i];
        }

        double spread = t2 - (t1 * t1 / n), slope = (ty - (t1 * y1 / n)) / spread, intercept = (y1 - (slope * t1)) / n;
        var variance = Math.Max((y2 - (intercept * y1) - (slope * ty)) / n, 1e-12 * y2 / n);
        var theta = _maximiser.Theta;
        theta.Clear();
        theta[JointIndex.Intercept] = intercept;
        theta[JointIndex.Slope] = slope;
        theta[JointIndex.LogDeviation0] = 0.5 * Math.Log(variance / 2);
        theta[JointIndex.LogDeviation1] = 0.5 * Math.Log(variance / 4 * n / t2);
        theta[JointIndex.LogResidual] = 0.5 * Math.Log(variance / 4);
        theta[JointIndex.LogHazard] = Math.Log(Math.Max(_data.Deaths, 1) / risk);
    }

    private JointModelFit Report(FitStatus status, int active)
    {
        var none = new JointEffect(double.NaN, double.NaN);
        if (active == 0)
        {
            var nan = double.NaN;
            return new(status, none, none, none, none, none, none, none, none, nan, nan, nan, nan, nan, nan, 0);
        }

        var theta = _maximiser.Theta.ToArray();
        var estimated = status == FitStatus.Estimated;
        double Covariance(int row, int column) => estimated ? _maximiser.Covariance[(row * active) + column] : double.NaN;
        JointEffect Effect(int index) => index < active ? new(theta[index], Math.Sqrt(Covariance(index, index))) : none;
        double l0 = Math.Exp(theta[JointIndex.LogDeviation0]), l10 = theta[JointIndex.Mixed], l1 = Math.Exp(theta[JointIndex.LogDeviation1]);
        var intercept = Effect(JointIndex.Intercept);
        var slopeEffect = Effect(JointIndex.SlopeEffect);
        JointEffect direct = Effect(JointIndex.DirectEffect), alpha = Effect(JointIndex.Association), hazard = none, overall = none;
        var global = double.NaN;
        if (active > JointIndex.OfLine)
        {
            // Values were centred: the log hazard of a line at 0 is c alpha lower.
            double c = _data.Center, t = _data.MeanDeathTime, a = alpha.Estimate, d = slopeEffect.Estimate;
            const int H = JointIndex.LogHazard, G = JointIndex.DirectEffect, A = JointIndex.Association, S = JointIndex.SlopeEffect;
            hazard = new(theta[H] - (c * a), Math.Sqrt(Covariance(H, H) + (c * c * Covariance(A, A)) - (2 * c * Covariance(H, A))));
            double toA = d * t, toS = a * t;
            overall = new(direct.Estimate + (a * d * t), Math.Sqrt(
                Covariance(G, G) + (toA * toA * Covariance(A, A)) + (toS * toS * Covariance(S, S))
                + (2 * ((toA * Covariance(G, A)) + (toS * Covariance(G, S)) + (toA * toS * Covariance(A, S))))));
            double vs = Covariance(S, S), vg = Covariance(G, G), vsg = Covariance(S, G), g = direct.Estimate;
            global = ((vg * d * d) - (2 * vsg * d * g) + (vs * g * g)) / ((vs * vg) - (vsg * vsg));
        }

        return new(
            status,
            intercept with { Estimate = intercept.Estimate + _data.Center },
            Effect(JointIndex.Slope),
            slopeEffect,
            hazard,
            direct,
            alpha,
            active > JointIndex.LogShape ? Effect(JointIndex.LogShape) : new(active > JointIndex.OfLine ? 0 : double.NaN, double.NaN),
            overall,
            global,
            l0 * l0,
            l0 * l10,
            (l10 * l10) + (l1 * l1),
            Math.Exp(2 * theta[JointIndex.LogResidual]),
            _maximiser.LogLikelihood,
            _maximiser.Steps);
    }
}
