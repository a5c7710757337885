using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>Phrases that the texts of all experiments share.</summary>
internal static class OutcomePhrases
{
    /// <summary>What every experiment says first of all.</summary>
    public const string Simulation =
        "This is a simulation for research and teaching. It is not medical advice, and it does not show that any treatment works: effects of treatments are "
            + "assumptions put into the model.";

    /// <summary>What Monte Carlo intervals are.</summary>
    public const string MonteCarlo =
        "Monte Carlo intervals show only the chance of simulating a limited number of patients. More patients make them narrower, but not the parameters "
            + "more certain.";

    /// <summary>What month 0 of outcomes is.</summary>
    public static string Origin(RunPlan plan) => plan.ReportFrom switch
    {
        ReportOrigin.BiologicalOnset => "biological onset",
        ReportOrigin.SymptomOnset => "symptom onset",
        _ => "enrolment",
    };

    /// <summary>What a start of treatment is counted from.</summary>
    public static string Moment(StartAt at) => at switch
    {
        StartAt.BiologicalOnset => "biological onset",
        StartAt.ElectromyographicChange => "EMG change",
        StartAt.NeurofilamentAbove => "the neurofilament trigger",
        StartAt.SymptomOnset => "symptom onset",
        StartAt.Diagnosis => "diagnosis",
        StartAt.Age => "a given age",
        _ => "enrolment",
    };

    /// <summary>A moment in words: <c>3 months before symptom onset</c>, <c>at diagnosis</c>.</summary>
    public static string Start(StartAt at, double offset) => offset == 0 ? $"at {Moment(at)}" : $"{Months(Math.Abs(offset))} "
        + $"{(offset < 0 ? "before" : "after")} {Moment(at)}";

    /// <summary>A number of months, whole where it is.</summary>
    public static string Months(double months) => $"{NumberText.ForFile(months)} month{(months == 1 ? "" : "s")}";

    /// <summary>Who is counted and how.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="months">Month up to which outcomes are counted.</param>
    public static string Counting(RunPlan plan, int months) =>
        $"Outcomes count from {Origin(plan)} of the untreated twin (month 0) to month {months}, in all patients who reach it; one who died is worth 0 "
            + "from then on.";

    /// <summary>A text with a capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A heading as it reads within a sentence: abbreviations keep their capitals.</summary>
    public static string Within(string text) => text.Length > 1 && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
