using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// What the repeated measures model needs of the data: sums of squares and products of covariates and responses by pattern of observed visits.
/// </summary>
/// <remarks>
/// Within a pattern the likelihood depends on nothing else, as the design is (covariates of the patient) x (visit). Covariates and the
/// responses of a visit are counted from their first values, which keeps digits; the model has an intercept for every visit, so nothing but intercepts moves.
/// Order of the covariates of a patient: 1, group, those that act differently by visit, those with one effect for all visits.
/// </remarks>
internal sealed class VisitPatterns
{
    private int[] patternOf = [];
    private int[] masks = [];
    private int[] source = [];
    private int[] patternOfPatient = [];
    private int[] ends = [];
    private int[] parents = [];
    private double[] crossAll = [];
    private double[] counts = [];
    private double[] crossCovariates = [];
    private double[] pairs = [];
    private double[] crossResponses = [];
    private double[] crossByVisit = [];
    private double[] responses = [];
    private double[] covariateCentre = [];
    private double[] rows = [];
    private double[] responseCentre = [];
    private double[] perVisit = [];

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

    /// <summary>Gets a value indicating whether every two visits are seen together in some patient.</summary>
    public bool PairsSeen
    {
        get
        {
            for (var j = 0; j < Visits; j++)
            {
                var together = 0;
                foreach (var mask in Masks)
                {
                    together |= ((mask >> j) & 1) == 0 ? 0 : mask;
                }

                if (together != (1 << Visits) - 1)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Gets the observed visits of each pattern as bits.</summary>
    public ReadOnlySpan<int> Masks => masks.AsSpan(0, Count);

    /// <summary>Gets for each pattern the earlier one that has all of its visits and the fewest more; -1 where there is none.</summary>
    public ReadOnlySpan<int> Parents => parents.AsSpan(0, Count);

    /// <summary>Gets the patients of each pattern.</summary>
    public ReadOnlySpan<double> Counts => counts.AsSpan(0, Count);

    /// <summary>Gets sums of products of covariates [pattern * PairCount + pair].</summary>
    public ReadOnlySpan<double> Pairs => pairs.AsSpan(0, Count * PairCount);

    /// <summary>Gets the value taken from each covariate; 0 for intercept and group.</summary>
    public ReadOnlySpan<double> CovariateCentre => covariateCentre.AsSpan(0, Covariates);

    /// <summary>Gets the value taken from the responses of each visit.</summary>
    public ReadOnlySpan<double> ResponseCentre => responseCentre.AsSpan(0, Visits);

    /// <summary>Sums of products of covariates [a * Q + b] of a pattern.</summary>
    public ReadOnlySpan<double> CrossCovariates(int pattern) => crossCovariates.AsSpan(pattern * Covariates * Covariates, Covariates * Covariates);

    /// <summary>Sums of products of covariates and responses [a * Stride + visit] of a pattern; 0 for visits not observed.</summary>
    public ReadOnlySpan<double> CrossResponses(int pattern) => crossResponses.AsSpan(pattern * Covariates * Stride, Covariates * Stride);

    /// <summary>Gets the same sums the other way [(pattern * K + visit) * Q + covariate].</summary>
    public ReadOnlySpan<double> CrossByVisit => crossByVisit.AsSpan(0, Count * Visits * Covariates);

    /// <summary>Gets how many patients have a response at each visit.</summary>
    public ReadOnlySpan<double> PerVisit => perVisit.AsSpan(0, Visits);

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
        if (patternOf.Length < 1 << visits)
        {
            patternOf = new int[1 << visits];
            Array.Fill(patternOf, -1);
        }

        Order(byVisit);
        Read(values, group, covariates);
        Arrange();
        FindParents();
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

    private void Read(ReadOnlySpan<double> values, ReadOnlySpan<int> group, ReadOnlySpan<double> covariates)
    {
        int q = Covariates, s = Stride, most = Math.Max(Math.Min(group.Length, 1 << Visits), 1), qs = VisitMatrix.Stride(q), width = qs + s;
        Grow(ref masks, most);
        Grow(ref counts, most);
        Grow(ref ends, most);
        Grow(ref patternOfPatient, group.Length);
        Grow(ref rows, group.Length * width);
        Clear(ref covariateCentre, q);
        Clear(ref responseCentre, Visits);
        Clear(ref perVisit, Visits);
        Count = Patients = Observations = 0;
        for (var i = 0; i < group.Length; i++)
        {
            patternOfPatient[i] = Find(values.Slice(i * Visits, Visits), covariates.Slice(i * (q - 2), q - 2));
        }

        var end = 0;
        for (var p = 0; p < Count; p++)
        {
            ends[p] = end;
            end += (int)counts[p];
        }

        for (var i = 0; i < group.Length; i++)
        {
            if (patternOfPatient[i] >= 0)
            {
                var row = rows.AsSpan(ends[patternOfPatient[i]]++ * width, width);
                row[0] = 1;
                row[1] = group[i];
                for (var c = 2; c < q; c++)
                {
                    row[c] = covariates[(i * (q - 2)) + source[c]] - covariateCentre[c];
                }

                row[q..qs].Clear();
                row[(qs + Visits)..].Clear();
                Centre(values.Slice(i * Visits, Visits), responseCentre, row[qs..]);
            }
        }

        AddUp(width);
    }

    /// <summary>The pattern of a patient; -1 for one who is left out.</summary>
    private int Find(ReadOnlySpan<double> values, ReadOnlySpan<double> covariates)
    {
        var mask = Seen(values);
        foreach (var value in covariates)
        {
            mask = double.IsNaN(value) ? 0 : mask;
        }

        if (mask == 0)
        {
            return -1;
        }

        var pattern = patternOf[mask];
        if (pattern < 0)
        {
            pattern = Register(mask, values, covariates);
        }

        counts[pattern]++;
        return pattern;
    }

    /// <summary>Sums of products over the rows of each pattern, which lie one after another.</summary>
    private void AddUp(int width)
    {
        int q = Covariates, s = Stride;
        Grow(ref crossAll, Count * q * width);
        Grow(ref responses, Count * Square);
        for (var p = 0; p < Count; p++)
        {
            var patients = (int)counts[p];
            var own = rows.AsSpan((ends[p] - patients) * width, patients * width);
            var measured = own[(width - s)..];
            VisitMatrix.Multiply(q, width, patients, own, 1, width, own, width, crossAll.AsSpan(p * q * width, q * width), width);
            VisitMatrix.Multiply(Visits, s, patients, measured, 1, width, measured, width, responses.AsSpan(p * Square, Square), s);
        }
    }

    /// <summary>Makes room for a new pattern, and takes the first values seen as those to count from.</summary>
    private int Register(int mask, ReadOnlySpan<double> values, ReadOnlySpan<double> covariates)
    {
        var pattern = Count++;
        if (pattern == 0)
        {
            for (var c = 2; c < Covariates; c++)
            {
                covariateCentre[c] = covariates[source[c]];
            }
        }

        for (var j = 0; j < values.Length; j++)
        {
            if (((mask >> j) & 1) != 0 && perVisit[j] == 0)
            {
                responseCentre[j] = values[j];
                perVisit[j] = 1;
            }
        }

        masks[pattern] = mask;
        patternOf[mask] = pattern;
        counts[pattern] = 0;
        return pattern;
    }

    /// <summary>Brings the sums to the shapes in which they are used.</summary>
    private void Arrange()
    {
        int q = Covariates, s = Stride, qs = VisitMatrix.Stride(q);
        Grow(ref pairs, Count * PairCount);
        Grow(ref crossCovariates, Count * q * q);
        Grow(ref crossResponses, Count * q * s);
        Grow(ref crossByVisit, Count * Visits * q);
        perVisit.AsSpan().Clear();
        for (var p = 0; p < Count; p++)
        {
            for (int a = 0, k = p * PairCount; a < q; a++)
            {
                var row = crossAll.AsSpan(((p * q) + a) * (qs + s), qs + s);
                row[..(a + 1)].CopyTo(pairs.AsSpan(k));
                row[..q].CopyTo(crossCovariates.AsSpan(((p * q) + a) * q));
                row[qs..].CopyTo(crossResponses.AsSpan(((p * q) + a) * s));
                for (var j = 0; j < Visits; j++)
                {
                    crossByVisit[(((p * Visits) + j) * q) + a] = row[qs + j];
                }

                k += a + 1;
            }

            patternOf[masks[p]] = -1;
            Patients += (int)counts[p];
            Observations += (int)counts[p] * BitOperations.PopCount((uint)masks[p]);
            for (var j = 0; j < Visits; j++)
            {
                perVisit[j] += ((masks[p] >> j) & 1) == 0 ? 0 : counts[p];
            }
        }
    }

    private void FindParents()
    {
        Grow(ref parents, Count);
        for (var p = 0; p < Count; p++)
        {
            int best = -1, fewest = Visits - BitOperations.PopCount((uint)masks[p]);
            for (var other = 0; other < p; other++)
            {
                var more = BitOperations.PopCount((uint)(masks[other] ^ masks[p]));
                if ((masks[other] & masks[p]) == masks[p] && more < fewest)
                {
                    (best, fewest) = (other, more);
                }
            }

            parents[p] = best;
        }
    }

    private static int Seen(ReadOnlySpan<double> row)
    {
        var mask = 0;
        ref var r0 = ref MemoryMarshal.GetReference(row);
        var j = 0;
        for (; j + 4 <= row.Length; j += 4)
        {
            var value = Vector256.LoadUnsafe(ref r0, (nuint)j);
            mask |= (int)Vector256.Equals(value, value).ExtractMostSignificantBits() << j;
        }

        if (j < row.Length && j > 0)
        {
            // The last four once more: a branch for each number would be guessed wrong where one is missing.
            j = row.Length - 4;
            var value = Vector256.LoadUnsafe(ref r0, (nuint)j);
            return mask | ((int)Vector256.Equals(value, value).ExtractMostSignificantBits() << j);
        }

        for (; j < row.Length; j++)
        {
            mask |= double.IsNaN(row[j]) ? 0 : 1 << j;
        }

        return mask;
    }

    /// <summary>Responses less the value they are counted from; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Centre(ReadOnlySpan<double> row, ReadOnlySpan<double> mean, Span<double> result)
    {
        ref var r0 = ref MemoryMarshal.GetReference(row);
        ref var m0 = ref MemoryMarshal.GetReference(mean[..row.Length]);
        ref var target = ref MemoryMarshal.GetReference(result[..row.Length]);
        var j = 0;
        for (; j + 4 <= row.Length; j += 4)
        {
            var value = Vector256.LoadUnsafe(ref r0, (nuint)j);
            ((value - Vector256.LoadUnsafe(ref m0, (nuint)j)) & Vector256.Equals(value, value)).StoreUnsafe(ref target, (nuint)j);
        }

        if (j < row.Length && j > 0)
        {
            j = row.Length - 4;
            var value = Vector256.LoadUnsafe(ref r0, (nuint)j);
            ((value - Vector256.LoadUnsafe(ref m0, (nuint)j)) & Vector256.Equals(value, value)).StoreUnsafe(ref target, (nuint)j);
            return;
        }

        for (; j < row.Length; j++)
        {
            Unsafe.Add(ref target, j) = double.IsNaN(row[j]) ? 0 : row[j] - mean[j];
        }
    }
}
