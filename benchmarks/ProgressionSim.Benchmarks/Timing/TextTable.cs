namespace ProgressionSim.Benchmarks.Timing;

/// <summary>A Markdown table with columns as wide as their text.</summary>
/// <param name="heading">Headings of the columns.</param>
internal sealed class TextTable(params string[] heading)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells);

    public void Print()
    {
        string[][] all = [heading, .. rows];
        var widths = heading.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        string[][] lines = [heading, [.. widths.Select(width => new string('-', width))], .. rows];
        foreach (var line in lines)
        {
            Console.Out.WriteLine($"| {string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column])))} |");
        }

        Console.Out.WriteLine();
    }
}
