using ProgressionSim.Summaries.Findings;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>What a reader must know before using the answer of a trial, a sample size or a comparison.</summary>
internal static class TrialCautions
{
    private const int FewSlices = 20;

    /// <summary>Cautions of a trial.</summary>
    public static IReadOnlyList<string> Of(OperatingCharacteristics found) =>
        [.. Always(found.Design), .. Patients(found.Design, found.BankSlices), .. RanOut(found), Truth(found.Design), .. Analyses([found.Design])];

    /// <summary>Cautions of a sample size.</summary>
    public static IReadOnlyList<string> Of(SampleSizeResult found) =>
    [
        .. Always(found.Design),
        "The interval of the number of patients is the error of the search alone. A planning value that is off moves the number much further: it goes with the inverse square of the effect.",
        .. Patients(found.Design, null),
        .. Analyses([found.Design]),
    ];

    /// <summary>Cautions of a comparison.</summary>
    public static IReadOnlyList<string> Of(DesignComparison found) =>
    [
        .. Always(found.Designs[0].Design),
        "Designs with the same seed and population draw on the same candidates, so their results move together and their difference is known better than the two intervals suggest. "
            + "Designs that differ in who may enter or in when patients are enrolled treat different patients.",
        .. found.Designs.SelectMany(each => Patients(each.Design, each.BankSlices).Select(text => $"{each.Design.Name}: {text}")),
        .. found.Designs.SelectMany(each => RanOut(each).Select(text => $"{each.Design.Name}: {text}")),
        .. Analyses([.. found.Designs.Select(each => each.Design)]),
    ];

    private static IEnumerable<string> Always(TrialDesign design)
    {
        yield return "This is a simulation for research and teaching. It is not medical advice, and it does not show that any treatment works: the effect is an assumption of the scenario, "
            + "and power only says how often a trial would find an effect of that size.";
        yield return "Intervals show only the chance of simulating a limited number of trials (95 % Monte Carlo intervals). More trials make them narrower, but not the assumptions more certain.";
        if (design.Interim is not null)
        {
            yield return "Estimates are those of the deciding analysis. Trials that stop early for success do so partly by luck, so their estimates are too large on average; "
                + "bias and coverage are of all trials together and are not corrected for looks. Boundaries take the share of planned patients who have finished, died or left for the "
                + "information, although others inform too; the type I error shown is what results.";
        }
    }

    private static IEnumerable<string> Patients(TrialDesign design, int? slices)
    {
        if (design.PatientBank is not { } size)
        {
            yield break;
        }

        var dealt = slices is { } count ? $" dealt into {NumberText.Count(count)} slices" : " dealt into slices";
        yield return $"Trials draw their patients from a bank of {NumberText.Count(size)} simulated candidates{dealt}. Each trial is as with patients of its own, but trials of one slice share patients; "
            + "standard errors take this into account."
            + (slices < FewSlices ? " With so few slices the standard errors themselves are rough: a larger bank makes them better." : "");
    }

    private static IEnumerable<string> RanOut(OperatingCharacteristics found)
    {
        var ranOut = Math.Max(found.Alternative.Course.RanOutOfCandidates, found.Null.Course.RanOutOfCandidates);
        if (ranOut > 0)
        {
            yield return $"{NumberText.Count(ranOut)} of {NumberText.Count(found.Replicates)} trials ran out of candidates and were analysed with fewer patients than planned.";
        }
    }

    private static string Truth(TrialDesign design)
    {
        var stays = design.Rescue is null && design.OpenLabel is null ? "deaths stay" : "deaths, rescue and open label stay";
        return $"The truth that bias and coverage refer to is what the same analysis finds in very large trials without missed visits and dropout ({stays}), or the effect itself where the generator of patients states it. "
            + "It is the analysis's own target, not the best description of what a patient gains; a small bias does not make the target the right one.";
    }

    /// <summary>True when the primary analysis neither works within strata nor adjusts for all that they are made of.</summary>
    private static bool IgnoresStrata(TrialDesign design)
    {
        var primary = design.Endpoints[design.Primary];
        return primary.Analysis != AnalysisMethod.StratifiedLogRank && design.Recruitment.StratifyBy.Any(factor => !primary.Covariates.Contains(factor.Measure));
    }

    private static IEnumerable<string> Analyses(IReadOnlyList<TrialDesign> designs)
    {
        var endpoints = designs.SelectMany(design => design.Endpoints).Select(endpoint => (endpoint.Name, About: AnalysisCatalogue.Of(endpoint))).Distinct().ToArray();
        foreach (var group in endpoints.Where(each => each.About.Warning.Length > 0).GroupBy(each => each.About.Warning, StringComparer.Ordinal))
        {
            yield return $"{Words.List([.. group.Select(each => $"{each.Name} by {each.About.Name}").Distinct(StringComparer.Ordinal)])}: {group.Key}";
        }

        foreach (var design in designs.Where(IgnoresStrata))
        {
            yield return $"{design.Name}: randomisation is stratified by {Words.List([.. design.Recruitment.StratifyBy.Select(factor => factor.Measure.Name)])}, which the primary analysis does not use. "
                + "As far as strata foretell the outcome it then rejects less often than allowed; the type I error shows by how much.";
        }

        var deaths = endpoints.GroupBy(each => each.About.Deaths, StringComparer.Ordinal)
            .Select(group => $"{Words.List([.. group.Select(each => each.Name).Distinct(StringComparer.Ordinal)])}: {char.ToLowerInvariant(group.Key[0])}{group.Key[1..].TrimEnd('.')}");
        yield return $"Deaths (with permanent ventilation) are handled by the analysis. {string.Join("; ", deaths)}.";
    }
}
