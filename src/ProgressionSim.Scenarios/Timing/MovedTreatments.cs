using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Timing;

/// <summary>
/// Which treatments of an arm start at other times: those that take the arm's start. Where every treatment has a start of its own, and all the same, all of
/// them do; otherwise nobody can tell which are meant.
/// </summary>
/// <param name="Start">Their common start.</param>
internal sealed record MovedTreatments(DocumentObject Start)
{
    /// <summary>Finds them.</summary>
    /// <param name="arm">An arm of a complete scenario.</param>
    /// <returns>Null when there are none.</returns>
    public static MovedTreatments? Of(DocumentObject arm)
    {
        var own = (arm.FindArray("treatments")?.Items ?? []).Select(item => (item as DocumentObject)?.FindObject("start")).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        if (own.Contains(null))
        {
            return arm.FindObject("start") is { } shared ? new MovedTreatments(shared) : null;
        }

        return own.Select(start => CanonicalJson.Write(start!)).Distinct(StringComparer.Ordinal).Count() == 1 ? new MovedTreatments(own[0]!) : null;
    }
}
