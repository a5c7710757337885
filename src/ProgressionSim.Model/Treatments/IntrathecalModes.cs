using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Model.Treatments;

/// <summary>
/// A linear intrathecal model written as a sum of exponentials: after a dose, the effect-compartment concentration is
/// dose * sum_m Coefficient[m] e^(-RatePerHour[m] t). Exact for any step.
/// </summary>
/// <remarks>
/// V_i dC_i/dt = sum_j Q_ij (C_j - C_i) - CL_i C_i. Scaling C_i by sqrt(V_i) makes the matrix symmetric, so its eigenvalues are real and at least 0 and
/// Jacobi rotations find them from + - * / sqrt alone: the same bits on every platform.
/// Source of the model's form: Luu et al., J Clin Pharmacol 57:1031 (2017), doi:10.1002/jcph.884.
/// Source of the method: Golub and Van Loan, Matrix Computations (2013), 8.5.
/// </remarks>
public static class IntrathecalModes
{
    /// <summary>Finds the modes.</summary>
    /// <param name="model">The compartments.</param>
    /// <param name="clearanceFactor">Factor on every clearance; at least 0.</param>
    /// <param name="ratesPerHour">Receives the decay rates, 1/h, slowest last is not promised; length of the compartments.</param>
    /// <param name="coefficientsPerLiter">Receives the coefficients, 1/L; length of the compartments.</param>
    /// <exception cref="ArgumentException">The spans have another length than the compartments.</exception>
    public static void Find(IntrathecalPharmacokinetics model, double clearanceFactor, Span<double> ratesPerHour, Span<double> coefficientsPerLiter)
    {
        var n = model.Compartments.Count;
        if (ratesPerHour.Length != n || coefficientsPerLiter.Length != n)
        {
            throw new ArgumentException("One mode for each compartment is needed.", nameof(ratesPerHour));
        }

        Span<double> a = stackalloc double[n * n];
        Span<double> vectors = stackalloc double[n * n];
        a.Clear();
        vectors.Clear();
        for (var i = 0; i < n; i++)
        {
            var compartment = model.Compartments[i];
            a[(i * n) + i] = compartment.ClearanceLitersPerHour * clearanceFactor / compartment.VolumeLiters;
            vectors[(i * n) + i] = 1;
        }

        for (var at = 0; at < model.Exchanges.Count; at++)
        {
            var exchange = model.Exchanges[at];
            var (i, j) = (exchange.First, exchange.Second);
            var (vi, vj) = (model.Compartments[i].VolumeLiters, model.Compartments[j].VolumeLiters);
            a[(i * n) + i] += exchange.LitersPerHour / vi;
            a[(j * n) + j] += exchange.LitersPerHour / vj;
            a[(i * n) + j] -= exchange.LitersPerHour / Math.Sqrt(vi * vj);
            a[(j * n) + i] = a[(i * n) + j];
        }

        Diagonalise(a, vectors, n);
        var effect = model.EffectCompartment;
        var scale = 1 / Math.Sqrt(model.Compartments[0].VolumeLiters * model.Compartments[effect].VolumeLiters);
        for (var mode = 0; mode < n; mode++)
        {
            ratesPerHour[mode] = a[(mode * n) + mode];
            coefficientsPerLiter[mode] = vectors[mode] * vectors[(effect * n) + mode] * scale;
        }
    }

    /// <summary>Cyclic Jacobi: turns a into its eigenvalues and the columns of v into its eigenvectors.</summary>
    private static void Diagonalise(Span<double> a, Span<double> v, int n)
    {
        const int MaximumSweeps = 60;
        for (var sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            var changed = false;
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    changed |= Rotate(a, v, n, p, q);
                }
            }

            if (!changed)
            {
                return;
            }
        }
    }

    private static bool Rotate(Span<double> a, Span<double> v, int n, int p, int q)
    {
        var off = a[(p * n) + q];
        var app = a[(p * n) + p];
        var aqq = a[(q * n) + q];
        if (off == 0 || Math.Abs(off) < 1e-18 * Math.Sqrt(Math.Abs(app * aqq)))
        {
            return false;
        }

        var theta = (aqq - app) / (2 * off);
        var t = 1 / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        t = theta < 0 ? -t : t;
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            var (akp, akq) = (a[(k * n) + p], a[(k * n) + q]);
            a[(k * n) + p] = (c * akp) - (s * akq);
            a[(k * n) + q] = (s * akp) + (c * akq);
        }

        for (var k = 0; k < n; k++)
        {
            var (apk, aqk) = (a[(p * n) + k], a[(q * n) + k]);
            a[(p * n) + k] = (c * apk) - (s * aqk);
            a[(q * n) + k] = (s * apk) + (c * aqk);
            var (vkp, vkq) = (v[(k * n) + p], v[(k * n) + q]);
            v[(k * n) + p] = (c * vkp) - (s * vkq);
            v[(k * n) + q] = (s * vkp) + (c * vkq);
        }

        a[(p * n) + q] = 0;
        a[(q * n) + p] = 0;
        return true;
    }
}
