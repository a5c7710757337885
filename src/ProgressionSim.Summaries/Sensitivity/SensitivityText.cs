using System.Globalization;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>The answer of a sensitivity analysis and the findings that support it.</summary>
internal static class SensitivityText
{
    /// <summary>The finding in one sentence without a full stop, for titles.</summary>
    public static string Headline(SensitivityView view)
    {
        var first = Depends(view, view.Main);
        if (view.Shown.Count < 2 || !view.Depends(view.Shown[1]))
        {
            return first;
        }

        var other = view.Shown[1];
        if (!view.Depends(view.Main))
        {
            return $"{first}; {OutcomePhrases.Within(Depends(view, other))}";
        }

        var (leading, otherLeading) = (view.Leading(view.Main), view.Leading(other));
        var isSame = leading.SequenceEqual(otherLeading);
        return isSame
            ? $"{first}; so does {OutcomePhrases.Within(view.Quantity(other))}"
            : $"{first}; {OutcomePhrases.Within(view.Quantity(other))} most on {Named(view, other, otherLeading)}";
    }

    /// <summary>What matters most, in two or three sentences.</summary>
    public static string Answer(SensitivityView view)
    {
        var unit = view.Main.Sobol is null
            ? $"In brackets 95 % intervals of mu*, the mean size of the change in {view.Unit(view.Main)} over a parameter's range."
            : "Shares are total Sobol' indices: the part of the variance over the stated ranges that a parameter has a hand in, alone or together with "
                + "others, with 95 % intervals.";
        string[] sentences =
        [
            $"In this model and over the assumed ranges: {OutcomePhrases.Within(Headline(view))}.",
            .. view.Shown.Any(view.Depends) ? [unit] : Array.Empty<string>(),
            .. Spread(view, view.Main) is { } spread ? [spread] : Array.Empty<string>(),
        ];
        return string.Join(" ", sentences);
    }

    /// <summary>One sentence or two each.</summary>
    public static IReadOnlyList<string> Findings(SensitivityView view) =>
    [
        .. view.Shown.Where(view.Depends).Select(answer => Ranking(view, answer)),
        .. view.Shown.Where(answer => view.Depends(answer) && answer.Sobol?.Interactions is not null).Select(answer => Interactions(view, answer)),
        .. view.Shown.Where(view.Depends).Select(answer => Negligible(view, answer)).OfType<string>(),
        .. view.Shown.Where(answer => answer.Tornado.Status == FitStatus.Estimated && answer.Tornado.Bars[0].Width > 0)
            .Select(answer => $"{Tornado(view, answer)}."),
        $"{NumberText.Count(view.Result.Points)} points in the space of {NumberText.Count(view.Plan.Parameters.Count)} parameters were simulated with the "
            + $"same {NumberText.Count(view.Plan.Patients)} patients each.",
    ];

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(SensitivityView view) =>
    [
        OutcomePhrases.Simulation,
        "Ranges of the parameters are assumptions. A parameter matters more with a wider range: the ranking is one of what is assumed not to be known, not of "
            + "biology. Settings that are not listed are held fixed.",
        "Parameters are taken for independent of each other. If they are not, the ranking can be another.",
        $"Indices are of the mean over these {NumberText.Count(view.Plan.Patients)} patients, the same with the same random numbers at every point: chance "
            + "adds no noise to them, but other patients would give somewhat other "
            + "indices, which no interval here shows.",
        view.Plan.Method == SensitivityMethod.Sobol
            ? $"Intervals come from resampling the {NumberText.Count(view.Plan.BasePoints)} base points. They are mostly too wide, because low-discrepancy "
                + "points do better than independent ones; estimates slightly below 0 or above 100 % are noise."
            : $"Morris screening ranks parameters from {NumberText.Count(view.Plan.BasePoints)} paths; it gives no shares of the variance. A large sigma "
                + "means that the effect of a parameter depends on the others or is not linear.",
        "The tornado moves one parameter at a time with the others at their medians; it shows no interactions and has no interval.",
        OutcomePhrases.Counting(view.Plan.Run, view.Months),
    ];

    /// <summary>Title of the tornado.</summary>
    public static string TornadoTitle(SensitivityView view) =>
        string.Join("; ", view.Shown.Where(answer => answer.Tornado.Status == FitStatus.Estimated).Select((answer, place) =>
        answer.Tornado.Bars[0].Width > 0
            ? place == 0 ? Tornado(view, answer) : OutcomePhrases.Within(Tornado(view, answer))
            : $"{(place == 0 ? view.Quantity(answer) : OutcomePhrases.Within(view.Quantity(answer)))} depends on no parameter"));

    /// <summary>A value of a parameter, for figures and tables.</summary>
    public static string Value(double value) => Math.Abs(value) >= 1000 ? NumberText.Setting(value) : NumberText.ForFile(Rounded(value)) ?? "";

    private static double Rounded(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Depends(SensitivityView view, SensitivityAnswer answer)
    {
        if (!view.Depends(answer))
        {
            return view.IsConstant(answer)
                ? $"{view.Quantity(answer)} is {Number(view, answer.Tornado.Bars[0].AtMedian, 0)} {view.Unit(answer)} at every point: no parameter changes it"
                : $"{view.Quantity(answer)} has no value at some points, so it cannot be said what it depends on";
        }

        return $"{view.Quantity(answer)} depends most on {Named(view, answer, view.Leading(answer))}";
    }

    private static string Named(SensitivityView view, SensitivityAnswer answer, IReadOnlyList<int> parameters) =>
        Words.List([.. parameters.Select(parameter => $"{view.Names[parameter]} ({Importance(view, answer, parameter)})")]);

    private static string Importance(SensitivityView view, SensitivityAnswer answer, int parameter)
    {
        var (value, low, high) = view.Importance(answer, parameter);
        if (answer.Sobol is not null)
        {
            return $"{NumberText.Fixed(100 * value, 0)} % of its variance, {NumberText.Fixed(100 * low, 0)} to {NumberText.Fixed(100 * high, 0)} %";
        }

        var decimals = NumberText.DecimalsFor((high - low) / 4);
        return $"{NumberText.Fixed(value, decimals)} {view.Unit(answer)}, {NumberText.Fixed(low, decimals)} to {NumberText.Fixed(high, decimals)}";
    }

    private static string Ranking(SensitivityView view, SensitivityAnswer answer) =>
        $"What {OutcomePhrases.Within(view.Quantity(answer))} depends on, most important first: "
            + $"{string.Join("; ", Foremost(view, answer).Select(parameter => $"{view.Names[parameter]} {Importance(view, answer, parameter)}"))}.";

    /// <summary>Up to four parameters that matter at all.</summary>
    private static IEnumerable<int> Foremost(SensitivityView view, SensitivityAnswer answer) =>
        view.Order(answer).Where(parameter => view.Importance(answer, parameter).Value > 0).Take(4);

    private static string Interactions(SensitivityView view, SensitivityAnswer answer)
    {
        var share = answer.Sobol!.Interactions!.Value;
        if (share.Low <= 0)
        {
            return $"Parameters acting together explain no more than {NumberText.Fixed(100 * Math.Max(0, share.High), 0)} % of the variance of "
                + $"{OutcomePhrases.Within(view.Quantity(answer))}, and perhaps nothing (95 % interval from below 0).";
        }

        return $"{NumberText.Fixed(100 * share.Value, 0)} % ({NumberText.Fixed(100 * share.Low, 0)} to {NumberText.Fixed(100 * share.High, 0)} %) of the "
            + $"variance of {OutcomePhrases.Within(view.Quantity(answer))} comes from parameters acting together; "
            + "the rest is explained by single parameters.";
    }

    private static string? Negligible(SensitivityView view, SensitivityAnswer answer)
    {
        if (answer.Sobol is null)
        {
            return null;
        }

        var negligible = view.Order(answer).Where(parameter => view.Importance(answer, parameter).High < 0.05)
            .Select(parameter => view.Names[parameter]).ToArray();
        return negligible.Length == 0 ? null : $"With less than 5 % of the variance of {OutcomePhrases.Within(view.Quantity(answer))}, interval included: "
            + $"{Words.List(negligible)}.";
    }

    private static string Tornado(SensitivityView view, SensitivityAnswer answer)
    {
        var bar = answer.Tornado.Bars[0];
        var values = view.Result.TornadoValues[bar.Parameter];
        return $"{view.Quantity(answer)} goes from {Number(view, bar.AtLow, bar.Width / 10)} to {Number(view, bar.AtHigh, bar.Width / 10)} "
            + $"{view.Unit(answer)} as {view.Names[bar.Parameter]} goes from {Value(values[0])} to {Value(values[2])}";
    }

    private static string? Spread(SensitivityView view, SensitivityAnswer answer)
    {
        if (answer.Sobol is not { Status: FitStatus.Estimated } sobol)
        {
            return null;
        }

        var deviation = Math.Sqrt(sobol.Variance);
        return $"Over the ranges, {OutcomePhrases.Within(view.Quantity(answer))} has mean {Number(view, sobol.Mean, deviation / 10)} and standard deviation "
            + $"{Number(view, deviation, deviation / 10)} {view.Unit(answer)}.";
    }

    private static string Number(SensitivityView view, double value, double error) =>
        NumberText.Fixed(view.Scaled(value), NumberText.DecimalsFor(view.Scaled(error)));
}
