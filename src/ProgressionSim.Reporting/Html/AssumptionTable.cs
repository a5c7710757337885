using System.Xml.Linq;
using ProgressionSim.Model.Parameters;
using static ProgressionSim.Reporting.Html.Markup;

namespace ProgressionSim.Reporting.Html;

/// <summary>Settings with their sources and how far each can be trusted, as a word and a colour.</summary>
internal static class AssumptionTable
{
    /// <summary>The table with the key to its marks.</summary>
    public static IEnumerable<XElement> Render(IReadOnlyList<Assumption> assumptions)
    {
        yield return Element(
            "ul",
            Class("key"),
            new[] { Confidence.High, Confidence.Medium, Confidence.Low, Confidence.Assumption, Confidence.User }
                .Select(confidence => Element("li", Mark(confidence), " " + Explanation(confidence))));
        yield return Table("Settings of this run", ["Setting", "Value", "Confidence", "Source"], assumptions.Select(Cells));
    }

    private static object[] Cells(Assumption assumption) =>
    [
        new object[] { assumption.Meaning, Element("code", assumption.Path) },
        assumption.Unit.Length == 0 ? assumption.Value : assumption.Value + " " + assumption.Unit,
        Mark(assumption.Confidence),
        assumption.Source,
    ];

    private static XElement Mark(Confidence confidence) => Element("span", Class("mark " + Name(confidence)), Word(confidence));

    private static string Name(Confidence confidence) => "mark-" + Word(confidence).ToLowerInvariant();

    private static string Word(Confidence confidence) => confidence switch
    {
        Confidence.High => "High",
        Confidence.Medium => "Medium",
        Confidence.Low => "Low",
        Confidence.Assumption => "Assumption",
        Confidence.User => "User",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Not a level of confidence."),
    };

    private static string Explanation(Confidence confidence) => confidence switch
    {
        Confidence.High => "several agreeing sources or a large study",
        Confidence.Medium => "one sound source, or agreeing weaker ones",
        Confidence.Low => "little data, or derived with further assumptions",
        Confidence.Assumption => "chosen by the project; no source gives it",
        _ => "set by the author of the scenario, without a source",
    };
}
