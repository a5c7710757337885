namespace ProgressionSim.Experiments.Tests.Uncertainty;

/// <summary>The analysis of variance of <see cref="Experiments.Uncertainty.VarianceSplitter"/> from mean squares, and its jackknife.</summary>
internal static class PlainVarianceSplit
{
    /// <summary>Chance, patients and parameters, from the mean squares of a balanced crossed and nested design.</summary>
    public static double[] Of(double[][] data, int repetitions)
    {
        double draws = data.Length, patients = data[0].Length / repetitions;
        double[][] cells = [.. data.Select(row => row.Chunk(repetitions).Select(cell => cell.Average()).ToArray())];
        var all = cells.Average(row => row.Average());
        double[] columns = [.. Enumerable.Range(0, (int)patients).Select(i => cells.Average(row => row[i]))];
        var within = data.SelectMany(row => row.Chunk(repetitions))
            .Sum(cell => cell.Sum(y => Square(y - cell.Average()))) / (draws * patients * (repetitions - 1));
        var msDraws = patients * repetitions * cells.Sum(row => Square(row.Average() - all)) / (draws - 1);
        var msInteraction = repetitions
            * cells.Sum(row => row.Select((m, i) => Square(m - row.Average() - columns[i] + all)).Sum()) / ((draws - 1) * (patients - 1));
        var between = cells.Average(row => row.Sum(m => Square(m - row.Average())) / (patients - 1));
        return [within, between - (within / repetitions), (msDraws - msInteraction) / (patients * repetitions)];
    }

    /// <summary>Jackknife variances of the three parts over draws.</summary>
    public static double[] OverDraws(double[][] data, int repetitions) =>
        Jackknife([.. data.Select((_, k) => Of([.. data.Where((_, other) => other != k)], repetitions))]);

    /// <summary>Jackknife variances of the three parts over patients.</summary>
    public static double[] OverPatients(double[][] data, int repetitions) =>
        Jackknife([.. Enumerable.Range(0, data[0].Length / repetitions)
            .Select(i => Of([.. data.Select(row => row.Where((_, j) => j / repetitions != i).ToArray())], repetitions))]);

    private static double[] Jackknife(double[][] leftOut) => [.. Enumerable.Range(0, 3).Select(part =>
    {
        var mean = leftOut.Average(values => values[part]);
        return leftOut.Sum(values => Square(values[part] - mean)) * (leftOut.Length - 1) / leftOut.Length;
    })];

    private static double Square(double x) => x * x;
}
