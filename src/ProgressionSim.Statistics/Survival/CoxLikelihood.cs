namespace ProgressionSim.Statistics.Survival;

/// <summary>Log partial likelihood of a Cox model with its first two derivatives.</summary>
/// <remarks>
/// With S the sum over a risk set of exp(x b), and D that over the d patients with the event, an event counts x b - log(S - f D); f goes
/// through 0, 1/d, .. (d-1)/d by Efron and is 0 by Breslow. Risk sets are built from the latest time backwards.
/// </remarks>
internal sealed class CoxLikelihood
{
    private double[] _covariates = [];
    private double[] _risks = [];
    private double[] _eventTotals = [];
    private double[] _risk = [];
    private double[] _tied = [];
    private double[] _mean = [];

    /// <summary>First derivative, one entry per covariate.</summary>
    public double[] Score { get; private set; } = [];

    /// <summary>Minus the second derivative, [row * covariates + column]; only the lower triangle is filled.</summary>
    public double[] Information { get; private set; } = [];

    /// <summary>Covariates of the ordered patients, [place * covariates + c]; to be filled before the first evaluation.</summary>
    public Span<double> Covariates(int patients, int count)
    {
        if (_covariates.Length < patients * count)
        {
            _covariates = new double[Math.Max(patients * count, 2 * _covariates.Length)];
        }

        if (_risks.Length < patients)
        {
            _risks = new double[Math.Max(patients, 2 * _risks.Length)];
        }

        if (Score.Length != count)
        {
            Score = new double[count];
            Information = new double[count * count];
            _eventTotals = new double[count];
            _mean = new double[count];
            _risk = new double[1 + count + (count * count)];
            _tied = new double[1 + count + (count * count)];
        }

        return _covariates.AsSpan(0, patients * count);
    }

    /// <summary>Adds up the covariates of patients with events, which the likelihood needs at every evaluation.</summary>
    public void SumEvents(CoxRiskSets sets)
    {
        var count = Score.Length;
        _eventTotals.AsSpan().Clear();
        var first = 0;
        foreach (var moment in sets.Moments)
        {
            for (var at = first * count; at < (first + moment.Events) * count; at += count)
            {
                for (var c = 0; c < count; c++)
                {
                    _eventTotals[c] += _covariates[at + c];
                }
            }

            first = moment.End;
        }
    }

    /// <summary>Evaluates at given effects.</summary>
    /// <returns>The log partial likelihood; not finite where the effects are out of all range.</returns>
    public double Evaluate(CoxRiskSets sets, ReadOnlySpan<double> effects, TieHandling ties)
    {
        Information.AsSpan().Clear();
        _eventTotals.CopyTo(Score, 0);
        double linear = 0;
        for (var c = 0; c < effects.Length; c++)
        {
            linear += effects[c] * _eventTotals[c];
        }

        return linear - (effects.Length == 1 ? OneCovariate(sets, effects[0], ties) : ManyCovariates(sets, effects, ties));
    }

    private double OneCovariate(CoxRiskSets sets, double effect, TieHandling ties)
    {
        var covariates = _covariates.AsSpan();
        var risks = _risks.AsSpan();
        var entrants = sets.Entrants;
        var product = new LogProduct();
        double s0 = 0, s1 = 0, s2 = 0, score = 0, information = 0;
        int place = 0, entrant = 0;
        foreach (var moment in sets.Moments)
        {
            if (moment.StartsStratum)
            {
                (s0, s1, s2) = (0, 0, 0);
                entrant = place;
            }

            double d0 = 0, d1 = 0, d2 = 0;
            var eventsEnd = place + moment.Events;
            for (; place < moment.End; place++)
            {
                double x = covariates[place], risk = Math.Exp(effect * x), first = risk * x, second = first * x;
                risks[place] = risk;
                s0 += risk;
                s1 += first;
                s2 += second;
                if (moment.Events > 1 && place < eventsEnd)
                {
                    d0 += risk;
                    d1 += first;
                    d2 += second;
                }
            }

            for (; entrant < moment.EntrantsEnd && !entrants.IsEmpty; entrant++)
            {
                double x = covariates[entrants[entrant]], risk = risks[entrants[entrant]];
                s0 -= risk;
                s1 -= risk * x;
                s2 -= risk * x * x;
            }

            for (var k = 0; k < moment.Events; k++)
            {
                var gone = ties == TieHandling.Efron ? k / (double)moment.Events : 0;
                double sum = s0 - (gone * d0), inverse = 1 / sum, mean = (s1 - (gone * d1)) * inverse;
                product.Multiply(sum);
                score += mean;
                information += ((s2 - (gone * d2)) * inverse) - (mean * mean);
            }
        }

        Score[0] -= score;
        Information[0] = information;
        return product.Value;
    }

    private double ManyCovariates(CoxRiskSets sets, ReadOnlySpan<double> effects, TieHandling ties)
    {
        var entrants = sets.Entrants;
        var product = new LogProduct();
        int place = 0, entrant = 0;
        foreach (var moment in sets.Moments)
        {
            if (moment.StartsStratum)
            {
                _risk.AsSpan().Clear();
                entrant = place;
            }

            var tiedEnd = moment.Events > 1 && ties == TieHandling.Efron ? place + moment.Events : place;
            _tied.AsSpan().Clear();
            for (; place < moment.End; place++)
            {
                var x = _covariates.AsSpan(place * effects.Length, effects.Length);
                double linear = 0;
                for (var c = 0; c < x.Length; c++)
                {
                    linear += effects[c] * x[c];
                }

                var risk = Math.Exp(linear);
                _risks[place] = risk;
                AddPatient(_risk, x, risk);
                if (place < tiedEnd)
                {
                    AddPatient(_tied, x, risk);
                }
            }

            for (; entrant < moment.EntrantsEnd && !entrants.IsEmpty; entrant++)
            {
                AddPatient(_risk, _covariates.AsSpan(entrants[entrant] * effects.Length, effects.Length), -_risks[entrants[entrant]]);
            }

            for (var k = 0; k < moment.Events; k++)
            {
                product.Multiply(AddEvent(k / (double)moment.Events));
            }
        }

        return product.Value;
    }

    /// <summary>Adds one patient to sums laid out as risk, risk x, and the lower triangle of risk x x'.</summary>
    private static void AddPatient(Span<double> sums, ReadOnlySpan<double> x, double risk)
    {
        sums[0] += risk;
        var at = 1 + x.Length;
        for (var row = 0; row < x.Length; row++)
        {
            var first = risk * x[row];
            sums[1 + row] += first;
            for (var column = 0; column <= row; column++)
            {
                sums[at + column] += first * x[column];
            }

            at += x.Length;
        }
    }

    private double AddEvent(double gone)
    {
        var count = Score.Length;
        double sum = _risk[0] - (gone * _tied[0]), inverse = 1 / sum;
        for (var row = 0; row < count; row++)
        {
            _mean[row] = (_risk[1 + row] - (gone * _tied[1 + row])) * inverse;
            Score[row] -= _mean[row];
            for (var column = 0; column <= row; column++)
            {
                var at = (row * count) + column;
                Information[at] += ((_risk[1 + count + at] - (gone * _tied[1 + count + at])) * inverse) - (_mean[row] * _mean[column]);
            }
        }

        return sum;
    }
}
