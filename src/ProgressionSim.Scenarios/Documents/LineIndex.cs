using System.Text;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>Turns byte positions of a text into lines and columns.</summary>
internal sealed class LineIndex
{
    private readonly List<long> starts = [0];
    private readonly SettingOrigin? always;
    private readonly string file = "";
    private readonly int layer;

    /// <summary>Indexes a file.</summary>
    public LineIndex(ReadOnlySpan<byte> bytes, string file, int layer)
    {
        this.file = file;
        this.layer = layer;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
            {
                starts.Add(i + 1);
            }
        }
    }

    /// <summary>An index that gives one origin for every position.</summary>
    public LineIndex(SettingOrigin always) => this.always = always;

    /// <summary>Path of the value being read, for a message should it turn out to be none.</summary>
    public string Reading { get; set; } = "";

    /// <summary>Origin of a byte position.</summary>
    public SettingOrigin At(long position)
    {
        if (always is not null)
        {
            return always;
        }

        var found = starts.BinarySearch(position);
        var line = found < 0 ? ~found - 1 : found;
        return new SettingOrigin(file, line + 1, (int)(position - starts[line]) + 1, layer);
    }

    /// <summary>Text of a line, from 1; one character per byte, so that columns fit.</summary>
    public string LineText(ReadOnlySpan<byte> bytes, int line)
    {
        if (line > starts.Count)
        {
            return "";
        }

        var end = line < starts.Count ? (int)starts[line] - 1 : bytes.Length;
        return Encoding.Latin1.GetString(bytes[(int)starts[line - 1]..end]);
    }
}
