using System.Text.Json;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Json;

/// <summary>Writes what was simulated: the design in short, and where its patients came from.</summary>
internal static class DesignJson
{
    /// <summary>The design.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="design">The design.</param>
    /// <param name="looks">Its looks with their bounds; empty when they are not known.</param>
    public static void Write(Utf8JsonWriter json, TrialDesign design, IReadOnlyList<LookCharacteristics> looks)
    {
        json.WriteStartObject("design");
        json.WriteStartArray("arms");
        foreach (var arm in design.Arms)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteString("name", arm.Name);
                line.WriteNumber("allocation", arm.Allocation);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteValue("alpha", design.Alpha);
        json.WriteNumber("sides", design.Sides);
        json.WriteValue("alphaOneSidedPerComparison", design.AlphaOneSided);
        json.WriteString("primary", design.Endpoints[design.Primary].Name);
        json.WriteNumbers("visitWeeks", design.Visits.Weeks);
        json.WriteValue("missedProbability", design.Visits.MissedProbability);
        json.WriteNumbers("dropoutRatePerMonth", design.Dropout.RatePerMonth);
        json.WriteString("enrolmentMonths", ComparisonText.EnrolmentMonths(design));
        json.WriteStartArray("looks");
        foreach (var look in looks)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteValue("informationFraction", look.InformationFraction);
                line.WriteValue("successBound", look.SuccessBound);
                line.WriteValue("futilityBound", look.FutilityBound);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Where patients come from: fresh ones for each trial, or a bank.</summary>
    public static void WriteSource(Utf8JsonWriter json, TrialDesign design, int? slices)
    {
        json.WritePropertyName("patientSource");
        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteString("kind", design.PatientBank is null ? "fresh" : "bank");
            if (design.PatientBank is { } size)
            {
                line.WriteNumber("candidates", size);
                line.WriteValue("slices", slices);
            }

            line.WriteEndObject();
        });
    }
}
