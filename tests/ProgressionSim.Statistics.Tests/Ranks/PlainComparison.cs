using ProgressionSim.Statistics.Ranks;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Ranks;

/// <summary>A made-up trial with its comparison pair by pair, straight from the rule.</summary>
internal sealed record PlainComparison(int[] Group, double[] Times, bool[] Events, double[] Changes, int Visits)
{
    public int Patients => Group.Length;

    /// <summary>1 when i did better than j, -1 when worse, 0 when tied.</summary>
    public int Compare(int i, int j, TiedEvents tied, out bool byEvent)
    {
        byEvent = true;
        if (Events[i] && Events[j] && (Times[i] != Times[j] || tied == TiedEvents.Equal))
        {
            return Times[i].CompareTo(Times[j]);
        }

        if (Events[i] != Events[j])
        {
            if (Events[j] && Times[i] >= Times[j])
            {
                return 1;
            }

            if (Events[i] && Times[j] >= Times[i])
            {
                return -1;
            }
        }

        byEvent = false;
        for (var visit = Visits - 1; visit >= 0; visit--)
        {
            double a = Changes[(i * Visits) + visit], b = Changes[(j * Visits) + visit];
            if (!double.IsNaN(a) && !double.IsNaN(b))
            {
                return a > b ? 1 : a < b ? -1 : 0;
            }
        }

        return 0;
    }

    /// <summary>Scores, and the pairs won by i from group g at [g][i], lost likewise, and pairs decided by an event.</summary>
    public (double[] Scores, int[][] Won, int[][] Lost, long ByEvent) All(TiedEvents tied)
    {
        var scores = new double[Patients];
        int[][] won = [new int[Patients], new int[Patients]], lost = [new int[Patients], new int[Patients]];
        long byEvent = 0;
        for (var i = 0; i < Patients; i++)
        {
            for (var j = 0; j < Patients; j++)
            {
                var sign = i == j ? 0 : Compare(i, j, tied, out var decided) * (decided ? 2 : 1);
                scores[i] += Math.Sign(sign);
                won[Group[j]][i] += sign > 0 ? 1 : 0;
                lost[Group[j]][i] += sign < 0 ? 1 : 0;
                byEvent += sign == 2 ? 1 : 0;
            }
        }

        return (scores, won, lost, byEvent);
    }

    /// <summary>Draws a trial with whole or continuous values, ties, gaps, deaths and dropouts in varying shares.</summary>
    public static PlainComparison Draw(SplitMix64 random, int patients, int visits)
    {
        bool wholeTimes = random.NextBelow(2) == 0, wholeChanges = random.NextBelow(2) == 0;
        double gaps = random.NextUniform() * random.NextUniform(), deaths = random.NextUniform() * 0.2, dropouts = random.NextUniform() * 0.2;
        var share = random.NextUniform();
        var group = new int[patients];
        var times = new double[patients];
        var events = new bool[patients];
        var changes = new double[patients * visits];
        for (var i = 0; i < patients; i++)
        {
            group[i] = random.NextUniform() < share ? 1 : 0;
            double death = random.NextExponential() / deaths, dropout = Math.Min(random.NextExponential() / dropouts, visits);
            events[i] = death <= dropout;
            times[i] = Math.Min(death, dropout);
            times[i] = wholeTimes ? Math.Ceiling(times[i]) : times[i];
            for (var visit = 0; visit < visits; visit++)
            {
                var change = -10 * random.NextUniform() * (visit + 1);
                var missing = visit + 1 > times[i] || random.NextUniform() < gaps;
                changes[(i * visits) + visit] = missing ? double.NaN : wholeChanges ? Math.Round(change) : change;
            }
        }

        return new PlainComparison(group, times, events, changes, visits);
    }

    public JointComparison With(JointComparison comparison, TiedEvents tied)
    {
        comparison.Compare(Group, Times, Events, Changes, Visits, tied);
        return comparison;
    }

    /// <summary>The reference trial in a CSV file of the tests.</summary>
    public static PlainComparison Read(string file)
    {
        var rows = ReferenceData.Csv(file + ".csv");
        string[] columns = ["y1", "y2", "y4", "y6", "y9", "y12"];
        return new PlainComparison(
            [.. rows.Select(row => (int)row["arm"])],
            [.. rows.Select(row => row["followup"])],
            [.. rows.Select(row => row["died"] == 1)],
            [.. rows.SelectMany(row => columns.Select(column => row[column] - row["y0"]))],
            columns.Length);
    }
}
