using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Reporting.Tests;

/// <summary>A made-up report with every part.</summary>
internal static class SampleReport
{
    public static ReportContent Create() => new()
    {
        Title = "Early against late antisense treatment in SOD1 ALS",
        Question = "How many ALSFRS-R points does a patient keep at month 36 when treatment starts before onset, at diagnosis, or 12 months after diagnosis?",
        Findings = ["Median survival: untreated 20 months, early 44 months."],
        Answer = "Started before onset, treatment keeps the mean patient 19.2 points (95 % interval 17.4 to 21.0) above the untreated at month 36; started 12 months after diagnosis, 2.4 points (0.8 to 4.2).",
        Cautions =
        [
            "Virtual patients alive at month 36 are counted; those who died are not, so the arms compare different survivors.",
            "Three patients in 10,000 had passed the planned start before onset and began at month 0.",
            "The effect of the drug is an input of this scenario, not a finding.",
        ],
        Figures = SampleFigures.All,
        Tables =
        [
            new ReportTable("ALSFRS-R against untreated", ["Arm", "Month 12 (points)", "Month 36 (points)", "95 % interval"],
                [["Late (12 months after diagnosis)", "0.0", "2.4", "0.8 to 4.2"], ["At diagnosis", "0.4", "10.2", "8.6 to 12.0"], ["Before onset", "3.1", "20.2", "18.6 to 22.0"]],
                "Difference of means among patients alive."),
        ],
        Assumptions =
        [
            new Assumption("disease.death.ratePerMonth", "0.05", "per month", "Rate at which a stressed motor neuron dies.", "Clarke et al., Nature 406:195\u2013199 (2000), doi:10.1038/35018098", Confidence.Medium),
            new Assumption("disease.stress.onsetMonths", "-60", "months", "When the first motor neurons become stressed.", "No measurement exists; chosen so that half are lost at onset.", Confidence.Assumption),
            new Assumption("measures.alsfrs.maximum", "48", "points", "Highest total of the scale.", "Cedarbaum et al., J Neurol Sci 169:13\u201321 (1999)", Confidence.High),
            new Assumption("measures.neurofilament.halfLifeMonths", "1.5", "months", "Time for serum NfL to halve.", "Bergman et al. (2016), few patients", Confidence.Low),
            new Assumption("arms[2].treatment.rateRatio", "0.6", "", "Treated over untreated rate of loss.", "Scenario", Confidence.User),
        ],
        Manifest = [new("Version", "0.1.0"), new("Seed", "20260115"), new("Scenario SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"), new("Patients an arm", "10,000")],
    };
}
