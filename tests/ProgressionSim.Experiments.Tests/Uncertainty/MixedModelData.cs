using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Uncertainty;

/// <summary>Data sets of crossed draws and patients with known components.</summary>
internal static class MixedModelData
{
    /// <summary>Variances of <see cref="Linear"/>'s parts.</summary>
    public const double Draw = 0.5, Patient = 2, DrawPatient = 3, Repetition = 1.5, DrawRepetition = 4;

    /// <summary>
    /// y = 10 + draw + patient + draw:patient + repetition + draw:repetition, all normal; [draw][patient x repetitions + repetition].
    /// Coupled means that a patient's repetition is the same under all draws; otherwise it is drawn anew, with the same variance in all.
    /// </summary>
    public static double[][] Linear(SplitMix64 random, int draws, int patients, int repetitions, bool isCoupled)
    {
        var ofPatients = Normals(random, patients, Patient);
        var ofRepetitions = Normals(random, patients * repetitions, Repetition);
        var data = new double[draws][];
        for (var k = 0; k < draws; k++)
        {
            var ofDraw = 10 + Normals(random, 1, Draw)[0];
            var ofBoth = Normals(random, patients, DrawPatient);
            var ofAll = Normals(random, patients * repetitions, DrawRepetition);
            var chance = isCoupled ? ofRepetitions : Normals(random, patients * repetitions, Repetition);
            data[k] = new double[patients * repetitions];
            for (var j = 0; j < data[k].Length; j++)
            {
                var i = j / repetitions;
                data[k][j] = ofDraw + ofPatients[i] + ofBoth[i] + chance[j] + ofAll[j];
            }
        }

        return data;
    }

    /// <summary>y = a b c: factors of the draw, of the patient and of the repetition, each uniform around 1 with the given half-width.</summary>
    public static double[][] Product(SplitMix64 random, int draws, int patients, int repetitions, double draw, double patient, double repetition)
    {
        double Around1(double halfWidth) => 1 + (halfWidth * ((2 * random.NextUniform()) - 1));
        var ofPatients = Enumerable.Range(0, patients).Select(_ => Around1(patient)).ToArray();
        var ofRepetitions = Enumerable.Range(0, patients * repetitions).Select(_ => Around1(repetition)).ToArray();
        var data = new double[draws][];
        for (var k = 0; k < draws; k++)
        {
            var ofDraw = Around1(draw);
            data[k] = [.. ofRepetitions.Select((factor, j) => ofDraw * ofPatients[j / repetitions] * factor)];
        }

        return data;
    }

    private static double[] Normals(SplitMix64 random, int count, double variance)
    {
        var normals = new double[count];
        for (var i = 0; i < count; i += 2)
        {
            var (radius, angle) = (Math.Sqrt(2 * variance * random.NextExponential()), 2 * Math.PI * random.NextUniform());
            normals[i] = radius * Math.Cos(angle);
            if (i + 1 < count)
            {
                normals[i + 1] = radius * Math.Sin(angle);
            }
        }

        return normals;
    }
}
