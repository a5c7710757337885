using System.Text.Json;
using ProgressionSim.Statistics.Tables;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Trials.Tables;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Json;

/// <summary>Writes summary.json of a trial, a sample size and a comparison.</summary>
/// <remarks>
/// Equal results give equal bytes: fixed order, LF line ends, invariant numbers of up to 10 significant digits, null where there is no value. <c>elapsedSeconds</c>
/// and <c>trialsPerSecond</c>, the only values that differ between runs of one scenario, stand on lines of their own.
/// </remarks>
internal static class TrialSummaryJson
{
    /// <summary>A trial; its trials are counted under both hypotheses.</summary>
    public static byte[] Of(OperatingCharacteristics found, string version) => JsonFile.Of(json =>
    {
        json.WriteHead(TrialJobs.Trial, found.Design, version, found.Design.Patients, found.ElapsedSeconds, 2.0 * found.Replicates);
        WriteBody(json, found);
    });

    /// <summary>A sample size; <c>patients</c> is the number found, trials are those of the search.</summary>
    public static byte[] Of(SampleSizeResult found, string version) => JsonFile.Of(json =>
    {
        json.WriteHead(TrialJobs.Size(found.TargetPower, found.RelativeHalfWidth), found.Design, version, found.Patients, found.ElapsedSeconds, found.Path.Sum(point => (double)point.Trials));
        DesignJson.WriteSource(json, found.Design, null);
        DesignJson.Write(json, found.Design, []);
        WriteSize(json, found);
    });

    /// <summary>A comparison; values in which its designs differ are null at the top and stand with each design.</summary>
    public static byte[] Of(DesignComparison found, string version) => JsonFile.Of(json =>
    {
        json.WriteString("scenario", string.Join(" / ", found.Designs.Select(each => each.Design.Name)));
        json.WriteString("scenarioSha256", TrialJobs.Sha256(found.Designs.Select(each => each.Design)));
        json.WriteString("version", version);
        WriteShared(json, "seed", found, each => each.Design.Seed);
        WriteShared(json, "patients", found, each => each.Design.Patients);
        WriteShared(json, "replicates", found, each => each.Replicates);
        json.WriteTimes(found.ElapsedSeconds, found.Designs.Sum(each => 2.0 * each.Replicates) + found.Sizes.Sum(size => size?.Path.Sum(point => (double)point.Trials) ?? 0));
        json.WriteString("job", TrialJobs.Compare(found.TargetPower));
        json.WriteValue("targetPower", found.TargetPower);
        json.WriteStartArray("designs");
        for (var i = 0; i < found.Designs.Count; i++)
        {
            var each = found.Designs[i];
            json.WriteStartObject();
            json.WriteString("name", each.Design.Name);
            json.WriteString("scenarioSha256", each.Design.ScenarioSha256);
            json.WriteNumber("seed", each.Design.Seed);
            json.WriteNumber("patients", each.Design.Patients);
            json.WriteNumber("replicates", each.Replicates);
            WriteBody(json, each);
            json.WriteCurve(found.Curves[i]);
            if (found.Sizes[i] is { } size)
            {
                json.WriteStartObject("size");
                WriteSize(json, size);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("size");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteBody(Utf8JsonWriter json, OperatingCharacteristics found)
    {
        DesignJson.WriteSource(json, found.Design, found.BankSlices);
        json.WriteValue("eligibleShare", found.EligibleShare);
        DesignJson.Write(json, found.Design, found.Alternative.Looks);
        HypothesisJson.Write(json, "alternative", found.Design, found.Alternative);
        HypothesisJson.Write(json, "null", found.Design, found.Null);
        if (found.Design.AdverseEvents.Count > 0)
        {
            WriteAdverseEvents(json, found.Design);
        }
    }

    private static void WriteAdverseEvents(Utf8JsonWriter json, TrialDesign design)
    {
        json.WriteNumber("activePatients", AdverseEventTable.ActivePatients(design));
        json.WriteStartArray("adverseEvents");
        foreach (var each in design.AdverseEvents)
        {
            var interval = ProportionInterval.ClopperPearson(each.Affected, each.Patients);
            var (expected, low, high) = AdverseEventTable.Predicted(design, each);
            json.WriteStartObject();
            json.WriteString("name", each.Name);
            json.WriteNumber("affected", each.Affected);
            json.WriteNumber("patients", each.Patients);
            json.WriteValue("shareLow", interval.Low);
            json.WriteValue("shareHigh", interval.High);
            json.WriteValue("expected", expected);
            json.WriteNumber("low", low);
            json.WriteNumber("high", high);
            json.WriteString("source", each.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSize(Utf8JsonWriter json, SampleSizeResult found)
    {
        json.WriteString("status", char.ToLowerInvariant(found.Status.ToString()[0]) + found.Status.ToString()[1..]);
        json.WriteValue("targetPower", found.TargetPower);
        json.WriteNumber("patientsFound", found.Patients);
        json.WriteSimulated("estimate", found.Estimate);
        json.WriteSimulated("check", found.Check);
        json.WriteSimulated("checkNull", found.CheckNull);
        json.WriteString("explanation", found.Explanation);
        json.WriteStartArray("closedForms");
        foreach (var form in found.ClosedForms)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteValue("patients", form.Patients);
                line.WriteString("formula", form.Formula);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteStartArray("path");
        foreach (var point in found.Path)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteNumber("patients", point.Patients);
                line.WriteNumber("trials", point.Trials);
                line.WriteNumber("successes", point.Successes);
                line.WriteValue("share", point.Share);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteCurve(found.Curve);
    }

    private static void WriteShared(Utf8JsonWriter json, string name, DesignComparison found, Func<OperatingCharacteristics, long> value)
    {
        var values = found.Designs.Select(value).Distinct().ToArray();
        json.WriteValue(name, values.Length == 1 ? values[0] : null);
    }
}
