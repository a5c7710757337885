using System.Buffers;
using System.Text;

namespace ProgressionSim.Summaries.Tables;

/// <summary>Builds comma-separated text after RFC 4180.</summary>
internal sealed class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder text = new();
    private bool rowStarted;

    /// <summary>Starts with a header.</summary>
    public CsvText(params ReadOnlySpan<string> header)
    {
        foreach (var name in header)
        {
            Cell(name);
        }

        EndRow();
    }

    /// <summary>Adds a cell of text, quoted when it must be.</summary>
    public CsvText Cell(string value)
    {
        Separate();
        if (value.AsSpan().ContainsAny(Special))
        {
            text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(value);
        }

        return this;
    }

    /// <summary>Adds a number; empty when it is not finite or missing.</summary>
    public CsvText Cell(double? value)
    {
        Separate();
        text.Append(NumberText.ForFile(value ?? double.NaN));
        return this;
    }

    /// <summary>Adds a whole number.</summary>
    public CsvText Cell(long value)
    {
        Separate();
        text.Append(NumberText.Whole(value));
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        text.Append("\r\n");
        rowStarted = false;
    }

    /// <summary>The file so far.</summary>
    public TableFile ToFile(string fileName) => new(fileName, text.ToString());

    private void Separate()
    {
        if (rowStarted)
        {
            text.Append(',');
        }

        rowStarted = true;
    }
}
