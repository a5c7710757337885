namespace ProgressionSim.Statistics.JointModels;

/// <summary>Log likelihood of the joint model, its score, and the sum of outer products of the patients' scores.</summary>
/// <remarks>
/// Given the visits, a patient's intercept and slope b are normal, N(m, V), in closed form; the linear part of the log hazard at death only moves m. What is
/// left,
/// the average of exp(-cumulative hazard), is taken by adaptive Gauss-Hermite quadrature: centred at the mode, scaled by the curvature, slope first, so that
/// the time
/// integral is needed once per slope node. The score is the posterior mean of the complete-data score (Fisher's identity).
/// Source: Rizopoulos, Joint Models for Longitudinal and Time-to-Event Data (2012), chapter 4; quadrature: Pinheiro and Bates, J Comput Graph Stat 4:12-35
/// (1995).
/// </remarks>
internal sealed class JointLikelihood(JointData data, int points)
{
    private readonly GaussHermite _hermite = new(points);
    private readonly CumulativeHazardRule _rule = new();
    private readonly double[] _patient = new double[JointIndex.All];
    private double _shape;
    private double _alpha;

    /// <summary>Evaluates at a parameter vector.</summary>
    /// <param name="theta">Parameters in the order of <see cref="JointIndex"/>.</param>
    /// <param name="active">How many are in use: those of the line alone, without the shape, or all.</param>
    /// <param name="score">Receives the gradient; length at least <paramref name="active"/>.</param>
    /// <param name="outer">Receives the outer products, [row * active + column]; empty if not wanted.</param>
    /// <returns>Log likelihood; not finite where the parameters are too wild.</returns>
    public double At(ReadOnlySpan<double> theta, int active, Span<double> score, Span<double> outer)
    {
        score.Clear();
        outer.Clear();
        var hasDeaths = active > JointIndex.OfLine;
        _shape = active > JointIndex.LogShape ? Math.Exp(theta[JointIndex.LogShape]) : 1;
        _alpha = hasDeaths ? theta[JointIndex.Association] : 0;
        _rule.Use(_shape);
        double l00 = Math.Exp(theta[JointIndex.LogDeviation0]), l10 = theta[JointIndex.Mixed], l11 = Math.Exp(theta[JointIndex.LogDeviation1]);
        double g00 = l00 * l00, g01 = l00 * l10, g11 = (l10 * l10) + (l11 * l11), determinant = g00 * l11 * l11;
        double q00 = g11 / determinant, q01 = -g01 / determinant, q11 = g00 / determinant;
        var residual = Math.Exp(2 * theta[JointIndex.LogResidual]);
        var logNormal = Math.Log(2 * Math.PI * residual);
        var total = 0.0;
        for (var i = 0; i < data.Patients; i++)
        {
            var s = data.Sums.AsSpan(6 * i, 6);
            var arm = data.Treated[i] ? 1.0 : 0.0;
            double mu0 = theta[JointIndex.Intercept], mu1 = theta[JointIndex.Slope] + (theta[JointIndex.SlopeEffect] * arm);
            double p00 = q00 + (s[0] / residual), p01 = q01 + (s[1] / residual), p11 = q11 + (s[2] / residual);
            double e0 = (q00 * mu0) + (q01 * mu1), e1 = (q01 * mu0) + (q11 * mu1);
            double h0 = e0 + (s[3] / residual), h1 = e1 + (s[4] / residual), detP = (p00 * p11) - (p01 * p01);
            double m0 = ((p11 * h0) - (p01 * h1)) / detP, m1 = ((p00 * h1) - (p01 * h0)) / detP;
            total -= 0.5 * ((s[0] * logNormal) + Math.Log(determinant * detP) + (s[5] / residual) + (mu0 * e0) + (mu1 * e1) - (h0 * m0) - (h1 * m1));
            var posterior = new Posterior { Mean0 = m0, Mean1 = m1, V00 = p11 / detP, V01 = -p01 / detP, V11 = p00 / detP };
            if (hasDeaths)
            {
                total += Survive(i, theta[JointIndex.LogHazard] + (theta[JointIndex.DirectEffect] * arm), p00, p01, p11, ref posterior);
                var died = data.Died[i] ? 1.0 : 0.0;
                var surplus = died - posterior.Hazard;
                var lineAtEnd = posterior.Mean0 + (posterior.Mean1 * data.Time[i]);
                _patient[JointIndex.LogHazard] = surplus;
                _patient[JointIndex.DirectEffect] = arm * surplus;
                _patient[JointIndex.Association] = (died * lineAtEnd) - posterior.HazardLine;
                _patient[JointIndex.LogShape] = (data.Died[i] ? 1 + (_shape * data.LogTime[i]) : 0) - (_shape * posterior.HazardShape);
            }

            // Prior of the line: with A = L^-1 E[(b - mu)(b - mu)'] L^-T - I, the gradient to L is (A L^-1)'.
            double d0 = posterior.Mean0 - mu0, d1 = posterior.Mean1 - mu1;
            double s00 = (d0 * d0) + posterior.V00, s01 = (d0 * d1) + posterior.V01, s11 = (d1 * d1) + posterior.V11;
            double i00 = 1 / l00, i11 = 1 / l11, i10 = -l10 * i00 * i11;
            double a00 = (i00 * i00 * s00) - 1, a01 = i00 * ((i10 * s00) + (i11 * s01));
            var a11 = (i10 * i10 * s00) + (2 * i10 * i11 * s01) + (i11 * i11 * s11) - 1;
            _patient[JointIndex.Intercept] = (q00 * d0) + (q01 * d1);
            _patient[JointIndex.Slope] = (q01 * d0) + (q11 * d1);
            _patient[JointIndex.SlopeEffect] = arm * _patient[JointIndex.Slope];
            _patient[JointIndex.LogDeviation0] = ((a00 * i00) + (a01 * i10)) * l00;
            _patient[JointIndex.Mixed] = a01 * i11;
            _patient[JointIndex.LogDeviation1] = a11;
            double b0 = posterior.Mean0, b1 = posterior.Mean1;
            var squares = s[5] - (2 * ((b0 * s[3]) + (b1 * s[4]))) + (s[0] * ((b0 * b0) + posterior.V00))
                + (2 * s[1] * ((b0 * b1) + posterior.V01)) + (s[2] * ((b1 * b1) + posterior.V11));
            _patient[JointIndex.LogResidual] = (squares / residual) - s[0];
            Add(score, outer, active);
        }

        return total;
    }

    // Log of the average of the survival part over the line's posterior; the posterior is replaced by the one that knows the survival.
    private double Survive(int patient, double logHazard, double p00, double p01, double p11, ref Posterior posterior)
    {
        double time = data.Time[patient], logTime = data.LogTime[patient], c0 = posterior.Mean0, c1 = posterior.Mean1, result = 0;
        if (data.Died[patient])
        {
            double t0 = posterior.V00 + (posterior.V01 * time), t1 = posterior.V01 + (posterior.V11 * time);
            result = Math.Log(_shape) + ((_shape - 1) * logTime) + logHazard + (_alpha * (c0 + (c1 * time))) + (0.5 * _alpha * _alpha * (t0 + (t1 * time)));
            c0 += _alpha * t0;
            c1 += _alpha * t1;
            (posterior.Mean0, posterior.Mean1) = (c0, c1);
        }

        if (!(time > 0))
        {
            return result;
        }

        // Mode of the convex f(b) = (b - c)'P(b - c)/2 + H(b); Newton from c undershoots towards it, as the curvature of H falls along the way.
        double base0 = logHazard + (_shape * logTime), x0 = c0, x1 = c1, k00 = p00, k01 = p01, k11 = p11, determinant = 0, atMode = 0;
        for (var step = 0; step < 60; step++)
        {
            var j = _rule.At(_alpha * x1 * time);
            var scale = Math.Exp(base0 + (_alpha * x0));
            double hazard = scale * j.Value, first = scale * j.First * time, second = scale * j.Second * time * time, square = _alpha * _alpha;
            (k00, k01, k11) = (p00 + (square * hazard), p01 + (square * first), p11 + (square * second));
            double r0 = (p00 * (x0 - c0)) + (p01 * (x1 - c1)), r1 = (p01 * (x0 - c0)) + (p11 * (x1 - c1));
            double f0 = r0 + (_alpha * hazard), f1 = r1 + (_alpha * first);
            determinant = (k00 * k11) - (k01 * k01);
            atMode = (0.5 * ((r0 * (x0 - c0)) + (r1 * (x1 - c1)))) + hazard;
            double s0 = ((k11 * f0) - (k01 * f1)) / determinant, s1 = ((k00 * f1) - (k01 * f0)) / determinant;

            // Within 1e-4 posterior deviations the quadrature no longer notices; the node positions stay where the curvature was taken.
            if (!((s0 * f0) + (s1 * f1) > 1e-8))
            {
                break;
            }

            x0 -= s0;
            x1 -= s1;
        }

        var sums = Quadrature(base0, time, logTime, (p00, p01, p11), (c0, c1), (x0, x1), (k00, k01, k11), atMode);
        double mean0 = sums.B0 / sums.Weight, mean1 = sums.B1 / sums.Weight;
        posterior.V00 = (sums.B00 / sums.Weight) - (mean0 * mean0);
        posterior.V01 = (sums.B01 / sums.Weight) - (mean0 * mean1);
        posterior.V11 = (sums.B11 / sums.Weight) - (mean1 * mean1);
        (posterior.Mean0, posterior.Mean1) = (x0 + mean0, x1 + mean1);
        posterior.Hazard = sums.Hazard / sums.Weight;
        posterior.HazardLine = sums.HazardLine / sums.Weight;
        posterior.HazardShape = sums.HazardShape / sums.Weight;
        return result + Math.Log(sums.Weight) - atMode + (0.5 * Math.Log(((p00 * p11) - (p01 * p01)) / determinant));
    }

    private Sums Quadrature(
        double base0,
        double time,
        double logTime,
        (double P00, double P01, double P11) p,
        (double C0, double C1) center,
        (double X0, double X1) mode,
        (double K00, double K01, double K11) k,
        double atMode)
    {
        double[] nodes = _hermite.Nodes, weights = _hermite.Weights;
        double determinant = (k.K00 * k.K11) - (k.K01 * k.K01), deviation1 = Math.Sqrt(k.K00 / determinant);
        double lean = -k.K01 / k.K00, deviation0 = 1 / Math.Sqrt(k.K00);
        Sums sums = default;
        for (var a = 0; a < nodes.Length; a++)
        {
            var y1 = deviation1 * nodes[a];
            double b1 = mode.X1 + y1, r1 = b1 - center.C1;
            var j = _rule.At(_alpha * b1 * time);
            var shapePart = _alpha * b1 * time * j.ShapeOverC / j.Value;
            var timePart = b1 * time * j.First / j.Value;
            for (var b = 0; b < nodes.Length; b++)
            {
                var y0 = (lean * y1) + (deviation0 * nodes[b]);
                double b0 = mode.X0 + y0, r0 = b0 - center.C0;
                var hazard = Math.Exp(base0 + (_alpha * b0)) * j.Value;
                var f = (0.5 * ((p.P00 * r0 * r0) + (2 * p.P01 * r0 * r1) + (p.P11 * r1 * r1))) + hazard;
                var weight = weights[a] * weights[b] * Math.Exp((0.5 * ((nodes[a] * nodes[a]) + (nodes[b] * nodes[b]))) + atMode - f);
                sums.Weight += weight;
                sums.B0 += weight * y0;
                sums.B1 += weight * y1;
                sums.B00 += weight * y0 * y0;
                sums.B01 += weight * y0 * y1;
                sums.B11 += weight * y1 * y1;
                sums.Hazard += weight * hazard;
                sums.HazardLine += weight * hazard * (b0 + timePart);
                sums.HazardShape += weight * hazard * (logTime + shapePart);
            }
        }

        return sums;
    }

    private void Add(Span<double> score, Span<double> outer, int active)
    {
        for (var row = 0; row < active; row++)
        {
            score[row] += _patient[row];
            for (var column = 0; column <= row && !outer.IsEmpty; column++)
            {
                var product = _patient[row] * _patient[column];
                outer[(row * active) + column] += product;
                outer[(column * active) + row] = outer[(row * active) + column];
            }
        }
    }

    // Moments of intercept (0) and slope (1); means of the cumulative hazard, of its integral against the line, and of its derivative to the shape.
    private ref struct Posterior
    {
        public double Mean0;
        public double Mean1;
        public double V00;
        public double V01;
        public double V11;
        public double Hazard;
        public double HazardLine;
        public double HazardShape;
    }

    private struct Sums
    {
        public double Weight;
        public double B0;
        public double B1;
        public double B00;
        public double B01;
        public double B11;
        public double Hazard;
        public double HazardLine;
        public double HazardShape;
    }
}
