using System.Numerics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>What the repeated measures model needs of the data: sums of squares and products of covariates and responses by pattern of observed visits.</summary>
/// <remarks>
/// Within a pattern the likelihood depends on nothing else, as the design is (covariates of the patient) x (visit). Covariates are taken from their mean and
/// responses from the mean of the visit, which keeps digits; the model has an intercept for every visit, so nothing but intercepts moves.
/// Order of the covariates of a patient: 1, group, those that act differently by visit, those with one effect for all visits.
/// </remarks>
internal sealed class VisitPatterns
{
    private readonly int[] patternOf = new int[1 << RepeatedMeasuresModel.MaximumVisits];
    private int[] masks = [];
    private int[] source = [];
    private int[] patientMask = [];
    private double[] counts = [];
    private double[] crossCovariates = [];
    private double[] pairs = [];
    private double[] crossResponses = [];
    private double[] responses = [];
    private double[] covariateMean = [];
    private double[] current = [];
    private double[] responseMean = [];
    private double[] perVisit = [];

    public VisitPatterns() => Array.Fill(patternOf, -1);

    /// <summary>Gets the number of visits K.</summary>
    public int Visits { get; private set; }

    /// <summary>Gets the length of a padded row of visits.</summary>
    public int Stride { get; private set; }

    /// <summary>Gets the numbers of a padded visit by visit matrix.</summary>
    public int Square { get; private set; }

    /// <summary>Gets the number Q of covariates with intercept and group.</summary>
    public int Covariates { get; private set; }

    /// <summary>Gets how many of them, the first ones, have an effect for every visit.</summary>
    public int ByVisit { get; private set; }

    /// <summary>Gets the number of pairs of covariates, Q (Q + 1)/2; pair (a, b), b at most a, is a (a + 1)/2 + b.</summary>
    public int PairCount { get; private set; }

    /// <summary>Gets the number of fixed effects.</summary>
    public int Effects => (ByVisit * Visits) + Covariates - ByVisit;

    /// <summary>Gets the number of patients with a response.</summary>
    public int Patients { get; private set; }

    /// <summary>Gets the number of responses used.</summary>
    public int Observations { get; private set; }

    /// <summary>Gets the number of patterns.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the observed visits of each pattern as bits.</summary>
    public ReadOnlySpan<int> Masks => masks.AsSpan(0, Count);

    /// <summary>Gets the patients of each pattern.</summary>
    public ReadOnlySpan<double> Counts => counts.AsSpan(0, Count);

    /// <summary>Gets sums of products of covariates [pattern * PairCount + pair].</summary>
    public ReadOnlySpan<double> Pairs => pairs.AsSpan(0, Count * PairCount);

    /// <summary>Gets the mean taken from each covariate [covariate]; 0 for intercept and group.</summary>
    public ReadOnlySpan<double> CovariateMean => covariateMean.AsSpan(0, Covariates);

    /// <summary>Gets the mean taken from the responses of each visit.</summary>
    public ReadOnlySpan<double> ResponseMean => responseMean.AsSpan(0, Visits);

    /// <summary>Sums of products of covariates [a * Q + b] of a pattern.</summary>
    public ReadOnlySpan<double> CrossCovariates(int pattern) => crossCovariates.AsSpan(pattern * Covariates * Covariates, Covariates * Covariates);

    /// <summary>Sums of products of covariates and responses [a * Stride + visit] of a pattern; 0 for visits not observed.</summary>
    public ReadOnlySpan<double> CrossResponses(int pattern) => crossResponses.AsSpan(pattern * Covariates * Stride, Covariates * Stride);

    /// <summary>Sums of products of responses [visit * Stride + visit] of a pattern; 0 for visits not observed.</summary>
    public ReadOnlySpan<double> Responses(int pattern) => responses.AsSpan(pattern * Square, Square);

    /// <summary>Reads a data set; see RepeatedMeasuresModel.Fit.</summary>
    public void Load(ReadOnlySpan<double> values, int visits, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates, ReadOnlySpan<bool> byVisit)
    {
        Visits = visits;
        Stride = VisitMatrix.Stride(visits);
        Square = visits * Stride;
        Covariates = 2 + byVisit.Length;
        PairCount = Covariates * (Covariates + 1) / 2;
        Order(byVisit);
        FindPatterns(values, group.Length, covariates);
        AddUp(values, group, covariates);
        foreach (var mask in Masks)
        {
            patternOf[mask] = -1;
        }
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, 2 * array.Length)];
        }
    }

    private static void Clear(ref double[] array, int length)
    {
        Grow(ref array, length);
        array.AsSpan(0, length).Clear();
    }

    private void Order(ReadOnlySpan<bool> byVisit)
    {
        Grow(ref source, Covariates);
        var next = 2;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var c = 0; c < byVisit.Length; c++)
            {
                if (byVisit[c] == (pass == 0))
                {
                    source[next++] = c;
                }
            }

            ByVisit = pass == 0 ? next : ByVisit;
        }
    }

    private void FindPatterns(ReadOnlySpan<double> values, int patients, ReadOnlySpan<double> covariates)
    {
        var width = Covariates - 2;
        Grow(ref patientMask, patients);
        Grow(ref masks, Math.Max(patients, 1));
        Clear(ref counts, Math.Max(patients, 1));
        Clear(ref covariateMean, Covariates);
        Clear(ref responseMean, Visits);
        Clear(ref perVisit, Visits);
        Count = Patients = Observations = 0;
        for (var i = 0; i < patients; i++)
        {
            var row = values.Slice(i * Visits, Visits);
            var own = covariates.Slice(i * width, width);
            var mask = 0;
            for (var j = 0; j < row.Length; j++)
            {
                mask |= double.IsNaN(row[j]) ? 0 : 1 << j;
            }

            foreach (var value in own)
            {
                mask = double.IsNaN(value) ? 0 : mask;
            }

            patientMask[i] = mask;
            if (mask == 0)
            {
                continue;
            }

            Register(mask);
            for (var j = 0; j < row.Length; j++)
            {
                var seen = (mask >> j) & 1;
                perVisit[j] += seen;
                responseMean[j] += seen == 0 ? 0 : row[j];
            }

            for (var c = 2; c < Covariates; c++)
            {
                covariateMean[c] += own[source[c]];
            }
        }

        for (var c = 2; c < Covariates; c++)
        {
            covariateMean[c] /= Math.Max(Patients, 1);
        }

        for (var j = 0; j < Visits; j++)
        {
            responseMean[j] /= Math.Max(perVisit[j], 1);
        }
    }

    private void Register(int mask)
    {
        if (patternOf[mask] < 0)
        {
            masks[Count] = mask;
            patternOf[mask] = Count++;
        }

        counts[patternOf[mask]]++;
        Patients++;
        Observations += BitOperations.PopCount((uint)mask);
    }

    private void AddUp(ReadOnlySpan<double> values, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates)
    {
        int q = Covariates, s = Stride, width = q - 2;
        Clear(ref pairs, Count * PairCount);
        Clear(ref crossCovariates, Count * q * q);
        Clear(ref crossResponses, Count * q * s);
        Clear(ref responses, Count * Square);
        Clear(ref current, q + s);
        var x = current.AsSpan(0, q);
        var y = current.AsSpan(q, s);
        for (var i = 0; i < group.Length; i++)
        {
            var mask = patientMask[i];
            if (mask == 0)
            {
                continue;
            }

            x[0] = 1;
            x[1] = group[i];
            for (var c = 2; c < x.Length; c++)
            {
                x[c] = covariates[(i * width) + source[c]] - covariateMean[c];
            }

            for (var j = 0; j < Visits; j++)
            {
                y[j] = ((mask >> j) & 1) == 0 ? 0 : values[(i * Visits) + j] - responseMean[j];
            }

            AddPatient(patternOf[mask], x, y);
        }

        for (var p = 0; p < Count; p++)
        {
            var full = crossCovariates.AsSpan(p * q * q, q * q);
            for (int a = 0, k = p * PairCount; a < q; a++)
            {
                for (var b = 0; b <= a; b++, k++)
                {
                    full[(a * q) + b] = full[(b * q) + a] = pairs[k];
                }
            }
        }
    }

    private void AddPatient(int pattern, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int s = Stride;
        var pair = pairs.AsSpan(pattern * PairCount, PairCount);
        var cross = crossResponses.AsSpan(pattern * x.Length * s, x.Length * s);
        var own = responses.AsSpan(pattern * Square, Square);
        var k = 0;
        for (var a = 0; a < x.Length; a++)
        {
            var value = x[a];
            for (var b = 0; b <= a; b++)
            {
                pair[k++] += value * x[b];
            }

            VisitMatrix.AddScaled(cross.Slice(a * s, s), value, y);
        }

        for (var j = 0; j < Visits; j++)
        {
            VisitMatrix.AddScaled(own.Slice(j * s, s), y[j], y);
        }
    }
}
