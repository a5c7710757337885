using Microsoft.Extensions.Configuration;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Turns a checked endpoint into that of a design.</summary>
internal static class EndpointMapping
{
    /// <summary>Maps an endpoint.</summary>
    /// <param name="section">The endpoint.</param>
    /// <param name="weeks">Weeks of the visits.</param>
    /// <param name="subgroups">Names of subgroups by number.</param>
    public static Endpoint Map(IConfigurationSection section, IReadOnlyList<double> weeks, IReadOnlyList<string> subgroups) => new()
    {
        Name = section.Text("name"),
        Analysis = EndpointSettings.Analyses[section.Text("analysis")],
        Measure = section["measure"] is { } measure ? ConditionMapping.Measure(measure) : null,
        Event = Event(section.GetSection("event"), subgroups),
        Responder = ConditionMapping.List(section, "responder", ConditionSettings.Plain, subgroups),
        Visit = weeks.ToList().IndexOf(section.Number("atWeek")),
        Covariates = [.. section.Items("covariates").Select(item => ConditionMapping.Measure(item.Value!))],
        Logarithm = section.Flag("logarithm"),
        Deaths = EndpointSettings.Deaths[section.Text("deaths")],
        AfterRescue = EndpointSettings.AfterRescue[section.Text("afterRescue")],
    };

    private static EventDefinition? Event(IConfigurationSection section, IReadOnlyList<string> subgroups)
    {
        if (!section.Exists())
        {
            return null;
        }

        return section.Value is { } name
            ? EndpointSettings.Events[name]
            : new EventDefinition(
                section.Text("name"),
                section.Flag("death"),
                section.Flag("rescue"),
                section.Flag("symptomOnset"),
                ConditionMapping.List(section, "when", ConditionSettings.Plain, subgroups));
    }
}
