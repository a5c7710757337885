using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Precision;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>--precision</c>: how precisely a run is to know what, in place of how many patients it has.</summary>
internal sealed class PrecisionOption
{
    private const string Name = "--precision";

    private readonly Option<string[]> option = new(Name)
    {
        Description = "Instead of --patients: run as many as it takes to bring the standard error of a measure at a month down to a number. Several with commas.",
        HelpName = "measure@month:error",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the option to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command) => command.Add(option);

    /// <summary>Reads the targets; empty when the option was not given.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <param name="plan">What will be run.</param>
    /// <param name="patients">What the user typed to set the number of patients; null if nothing.</param>
    /// <exception cref="UserErrorException">Some cannot be used; the message lists them all.</exception>
    public IReadOnlyList<PrecisionTarget> Read(ParseResult parsed, RunPlan plan, string? patients)
    {
        var typed = parsed.GetValue(option)!.SelectMany(each => each.Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (typed.Count == 0)
        {
            return [];
        }

        var problems = new List<string>();
        if (patients is not null)
        {
            problems.Add($"{patients} and {Name} exclude each other: a run has a number of patients or finds it.");
        }

        var targets = typed.Select(each => Parse(each, plan, problem => problems.Add($"{Name} {each}: {problem}"))).ToList();
        return problems.Count == 0 ? [.. targets.OfType<PrecisionTarget>()] : throw new UserErrorException($"{string.Join('\n', problems)}\n   Nothing was run.");
    }

    private static PrecisionTarget? Parse(string typed, RunPlan plan, Action<string> refuse)
    {
        var at = typed.IndexOf('@', StringComparison.Ordinal);
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        if (at <= 0 || colon <= at + 1 || colon == typed.Length - 1)
        {
            refuse("it must read MEASURE@MONTH:ERROR, for example alsfrsTotal@36:0.2.");
            return null;
        }

        var measure = Measure(typed[..at], plan, refuse);
        var month = Month(typed[(at + 1)..colon], plan, refuse);
        var isNumber = double.TryParse(typed.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var error);
        if (!isNumber || !(error > 0) || !double.IsFinite(error))
        {
            refuse($"the standard error is {typed[(colon + 1)..]}. It must be a number above 0, in the unit of the measure.");
            return null;
        }

        return measure is null || month is null ? null : new PrecisionTarget(measure, month.Value, error);
    }

    private static string? Measure(string typed, RunPlan plan, Action<string> refuse)
    {
        var known = PrecisionMeasures.NamesIn(plan);
        if (known.Contains(typed, StringComparer.Ordinal))
        {
            return typed;
        }

        // A difference between arms is a name like any other as soon as there are two.
        var isContrast = PrecisionMeasures.NamesIn(plan with { Arms = [plan.Arms[0], plan.Arms[0]] }).Contains(typed, StringComparer.Ordinal);
        var suggestion = NearestName.Suggest(typed, known);
        refuse(isContrast
            ? $"{typed} is a difference between arms, and the scenario has one arm."
            : $"there is no measure {typed}.\n   {(suggestion.Length > 0 ? suggestion : $"Measures are, for example, {string.Join(", ", known.Where(name => !name.Contains('.', StringComparison.Ordinal)))}.")}");
        return null;
    }

    private static int? Month(string typed, RunPlan plan, Action<string> refuse)
    {
        if (int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var month) && month >= -plan.MonthsBeforeOrigin && month <= plan.HorizonMonths)
        {
            return month;
        }

        refuse($"the month is {typed}. It must be a whole number from {-plan.MonthsBeforeOrigin} to {plan.HorizonMonths}, the months that the run shows.");
        return null;
    }
}
