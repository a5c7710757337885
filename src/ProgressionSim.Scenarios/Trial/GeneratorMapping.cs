using Microsoft.Extensions.Configuration;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Turns a checked generator into statistical patients.</summary>
internal static class GeneratorMapping
{
    private const string OnlyClass = "all";
    private const string NoEffect = "no effect";

    /// <summary>Maps the group.</summary>
    public static StatisticalPatients Map(IConfiguration section)
    {
        List<PatientClass> classes = section.Text("kind") == GeneratorSettings.LatentClasses
            ? [.. section.Items("classes").Select(each => Class(each, each.Text("name"), each.Number("share")))]
            : [Class(section, OnlyClass, 1)];
        var names = classes.ConvertAll(each => each.Name);
        var none = new ArmEffect(NoEffect, [.. names.Select(_ => 0.0)], [.. names.Select(_ => 1.0)]);
        var effects = section.Items("effects")
            .Select(each => new ArmEffect(each.Key, each.ByName("slopeDifferencePerMonth", names), each.ByName("hazardRatio", names)))
            .OrderBy(effect => effect.Name, StringComparer.Ordinal);
        return new StatisticalPatients(classes, [none, .. effects], section.OptionalNumber("lowest"), section.OptionalNumber("highest"), section.Flag("wholePoints"));
    }

    private static PatientClass Class(IConfiguration section, string name, double share)
    {
        var survival = section.Group("survival");
        var shape = survival?.Number("shape") ?? section.OptionalNumber("hazardShape") ?? 1;
        return new PatientClass
        {
            Name = name,
            Share = share,
            InterceptMean = section.Number("interceptMean"),
            InterceptSd = section.Number("interceptSd"),
            SlopeMean = section.Number("slopeMean"),
            SlopeSd = section.Number("slopeSd"),
            Correlation = section.Number("correlation"),
            ResidualSd = section.Number("residualSd"),
            HazardShape = shape,
            LogHazard = survival is not null ? LogHazard(survival.Number("medianMonths"), shape) : section.OptionalNumber("logHazard") ?? double.NegativeInfinity,
            Association = section.OptionalNumber("association") ?? 0,
        };
    }

    // The cumulative hazard exp(g0) t^rho is log 2 at the median.
    private static double LogHazard(double medianMonths, double shape) => Math.Log(Math.Log(2)) - (shape * Math.Log(medianMonths));
}
