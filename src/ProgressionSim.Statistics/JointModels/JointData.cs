namespace ProgressionSim.Statistics.JointModels;

/// <summary>What the likelihood needs of the patients: sums over their visits, and how they ended. Grows on demand.</summary>
internal sealed class JointData
{
    public int Patients { get; private set; }

    /// <summary>Sums of 1, t, t^2, y, t y, y^2 over a patient's visits, y centred.</summary>
    public double[] Sums { get; private set; } = [];

    public double[] Time { get; private set; } = [];

    public double[] LogTime { get; private set; } = [];

    public bool[] Died { get; private set; } = [];

    public bool[] Treated { get; private set; } = [];

    /// <summary>Taken off every value, so that the log hazard belongs to a line inside the data.</summary>
    public double Center { get; private set; }

    public double MeanDeathTime { get; private set; }

    public int Deaths { get; private set; }

    public void Load(
        ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, ReadOnlySpan<int> group, ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        Patients = group.Length;
        if (Time.Length < Patients)
        {
            Sums = new double[6 * Patients];
            Time = new double[Patients];
            LogTime = new double[Patients];
            Died = new bool[Patients];
            Treated = new bool[Patients];
        }

        var visits = Patients == 0 ? 0 : values.Length / Patients;
        Center = Mean(values);
        Deaths = 0;
        double deathTimes = 0;
        for (var i = 0; i < Patients; i++)
        {
            double n = 0, t1 = 0, t2 = 0, y1 = 0, ty = 0, y2 = 0;
            for (var j = 0; j < visits; j++)
            {
                var y = values[(i * visits) + j] - Center;
                if (!double.IsNaN(y))
                {
                    var t = visitTimes[visitTimes.Length == visits ? j : (i * visits) + j];
                    n++;
                    t1 += t;
                    t2 += t * t;
                    y1 += y;
                    ty += t * y;
                    y2 += y * y;
                }
            }

            Span<double> sums = [n, t1, t2, y1, ty, y2];
            sums.CopyTo(Sums.AsSpan(6 * i));
            (Time[i], LogTime[i], Died[i], Treated[i]) = (times[i], Math.Log(times[i]), events[i], group[i] == 1);
            Deaths += events[i] ? 1 : 0;
            deathTimes += events[i] ? times[i] : 0;
        }

        MeanDeathTime = Deaths == 0 ? double.NaN : deathTimes / Deaths;
    }

    /// <summary>Whether each group has lines to compare and, where anyone died, deaths.</summary>
    public bool HoldsAnswer()
    {
        Span<int> lines = [0, 0], deaths = [0, 0];
        double spread = 0, surplus = 0;
        for (var i = 0; i < Patients; i++)
        {
            var s = Sums.AsSpan(6 * i, 6);
            var arm = Treated[i] ? 1 : 0;
            lines[arm] += (s[0] * s[2]) - (s[1] * s[1]) > 1e-9 * s[0] * s[2] ? 1 : 0;
            deaths[arm] += Died[i] ? 1 : 0;
            spread += s[5];
            surplus += Math.Max(0, s[0] - 2);
        }

        return lines[0] > 1 && lines[1] > 1 && surplus > 1 && spread > 0 && (deaths[0] > 0) == (deaths[1] > 0);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        long count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
