using System.Text.Json;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Json;

/// <summary>Writes how a design behaves under one hypothesis.</summary>
internal static class HypothesisJson
{
    /// <summary>Success, course, looks and endpoints.</summary>
    public static void Write(Utf8JsonWriter json, string name, TrialDesign design, HypothesisCharacteristics of)
    {
        json.WriteStartObject(name);
        json.WriteSimulated("success", of.Success);
        json.WriteSimulated("rejected", of.Rejected);
        WriteCourse(json, design, of.Course);
        json.WriteStartArray("looks");
        foreach (var look in of.Looks)
        {
            WriteLook(json, look);
        }

        json.WriteEndArray();
        json.WriteStartArray("endpoints");
        foreach (var endpoint in of.Endpoints)
        {
            WriteEndpoint(json, design, endpoint);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCourse(Utf8JsonWriter json, TrialDesign design, TrialCourseSummary course)
    {
        json.WriteStartObject("course");
        json.WriteSimulated("randomised", course.Randomised);
        json.WriteSimulated("screened", course.Screened);
        json.WriteSimulated("recruitmentMonths", course.RecruitmentMonths);
        json.WriteSimulated("durationMonths", course.DurationMonths);
        json.WriteSimulated("missedVisits", course.MissedVisits);
        json.WriteNumber("ranOutOfCandidates", course.RanOutOfCandidates);
        json.WriteStartArray("arms");
        foreach (var arm in course.Arms)
        {
            json.WriteStartObject();
            json.WriteString("arm", design.Arms[arm.Arm].Name);
            json.WriteSimulated("randomised", arm.Randomised);
            json.WriteSimulated("deaths", arm.Deaths);
            json.WriteSimulated("dropouts", arm.Dropouts);
            json.WriteSimulated("rescued", arm.Rescued);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLook(Utf8JsonWriter json, LookCharacteristics look)
    {
        json.WriteStartObject();
        json.WriteValue("informationFraction", look.InformationFraction);
        json.WriteSimulated("reached", look.Reached);
        json.WriteSimulated("success", look.Success);
        json.WriteSimulated("harm", look.Harm);
        json.WriteSimulated("futility", look.Futility);
        json.WriteSimulated("months", look.Months);
        json.WriteSimulated("randomised", look.Randomised);
        json.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, TrialDesign design, EndpointCharacteristics of)
    {
        var endpoint = design.Endpoints[of.Endpoint];
        var about = AnalysisCatalogue.Of(endpoint);
        json.WriteStartObject();
        json.WriteString("endpoint", endpoint.Name);
        json.WriteString("arm", design.Arms[of.Arm].Name);
        json.WriteString("control", design.Arms[0].Name);
        json.WriteBoolean("primary", of.Endpoint == design.Primary);
        json.WriteStartObject("analysis");
        json.WriteString("method", TrialWords.MethodName(about.Method));
        json.WriteString("name", about.Name);
        json.WriteString("effect", about.EffectName);
        json.WriteString("estimand", about.Estimand);
        json.WriteString("deaths", about.Deaths);
        json.WriteString("missing", about.Missing);
        json.WriteString("rescue", about.Rescue);
        json.WriteString("warning", about.Warning);
        json.WriteEndObject();
        json.WriteSimulated("rejected", of.Rejected);
        json.WriteSimulated("rejectedForHarm", of.RejectedForHarm);
        json.WriteSimulated("effect", of.Effect);
        json.WriteValue("effectSd", of.EffectSd);
        json.WriteValue("reportedStandardError", of.ReportedStandardError);
        json.WriteSimulated("truth", of.Truth);
        json.WriteSimulated("bias", of.Bias);
        json.WriteSimulated("coverage", of.Coverage);
        json.WriteNumber("notEstimable", of.NotEstimable);
        json.WriteNumber("notConverged", of.NotConverged);
        json.WriteNumber("fellBack", of.FellBack);
        json.WriteEndObject();
    }
}
