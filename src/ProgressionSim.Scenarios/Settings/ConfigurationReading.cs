using System.Globalization;
using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>Reads values of a resolved and checked scenario. A missing or malformed value is a programming error, since the check has passed.</summary>
internal static class ConfigurationReading
{
    /// <summary>A number that is there.</summary>
    public static double Number(this IConfiguration configuration, string key) =>
        configuration.OptionalNumber(key) ?? throw new InvalidOperationException($"The setting {key} is missing after the check.");

    /// <summary>A number, or null when it is not there.</summary>
    public static double? OptionalNumber(this IConfiguration configuration, string key) =>
        configuration[key] is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>A whole number that is there.</summary>
    public static int Whole(this IConfiguration configuration, string key) => (int)configuration.Number(key);

    /// <summary>Text that is there.</summary>
    public static string Text(this IConfiguration configuration, string key) =>
        configuration[key] ?? throw new InvalidOperationException($"The setting {key} is missing after the check.");

    /// <summary>A whole number, or null when it is not there.</summary>
    public static int? OptionalWhole(this IConfiguration configuration, string key) => (int?)configuration.OptionalNumber(key);

    /// <summary>A group, or null when it is not there.</summary>
    public static IConfigurationSection? Group(this IConfiguration configuration, string key) =>
        configuration.GetSection(key) is var section && section.GetChildren().Any() ? section : null;

    /// <summary>One number for all names, or one for each.</summary>
    public static double[] ByName(this IConfiguration configuration, string key, IReadOnlyList<string> names) =>
        [.. names.Select(name => configuration.OptionalNumber(key) ?? configuration.GetSection(key).Number(name))];

    /// <summary>True or false.</summary>
    public static bool Flag(this IConfiguration configuration, string key) => bool.Parse(configuration.Text(key));

    /// <summary>The numbers of a list.</summary>
    public static double[] Numbers(this IConfiguration configuration, string key) =>
        [.. configuration.Items(key).Select(item => double.Parse(item.Value!, NumberStyles.Float, CultureInfo.InvariantCulture))];

    /// <summary>The items of a list in order.</summary>
    public static IEnumerable<IConfigurationSection> Items(this IConfiguration configuration, string key) => configuration.GetSection(key).GetChildren();

    /// <summary>One number for all regions or one for each.</summary>
    public static RegionValues Regions(this IConfiguration configuration, string key)
    {
        if (configuration.OptionalNumber(key) is { } same)
        {
            return RegionValues.Uniform(same);
        }

        var section = configuration.GetSection(key);
        return new RegionValues(section.Number("bulbar"), section.Number("cervical"), section.Number("respiratory"), section.Number("lumbosacral"));
    }

    /// <summary>A number or distribution, limited to the range of its setting.</summary>
    public static Distribution Varying(this IConfiguration configuration, string key, Setting setting)
    {
        if (configuration.OptionalNumber(key) is { } same)
        {
            return new ConstantDistribution(same);
        }

        return configuration.GetSection(key).Distribution(setting.Range);
    }

    /// <summary>The distribution a group describes.</summary>
    /// <param name="section">The group.</param>
    /// <param name="range">What it is limited to where it would otherwise leave it.</param>
    public static Distribution Distribution(this IConfiguration section, NumberRange range)
    {
        var name = section.Text(DistributionFamilies.NameKey);
        if (name == DistributionFamilies.Empirical)
        {
            return new EmpiricalDistribution(section.Numbers("values"), section.GetSection("weights").Exists() ? section.Numbers("weights") : null);
        }

        var family = DistributionFamilies.Find(name) ?? throw new InvalidOperationException($"The distribution {name} is unknown after the check.");
        var distribution = family.Build(section.OptionalNumber);
        return family.MayBeLimited
            ? DistributionFamilies.Limit(distribution, section.OptionalNumber("min"), section.OptionalNumber("max"), range)
                ?? throw new InvalidOperationException("The limits of a distribution leave nothing after the check.")
            : distribution;
    }

    /// <summary>A region, or weights of regions, as numbers of <see cref="Region"/>.</summary>
    public static Distribution OnsetRegion(this IConfiguration configuration, string key)
    {
        if (configuration[key] is { } region)
        {
            return new ConstantDistribution(RegionIndex(region));
        }

        var weights = configuration.GetSection(key).GetSection("weights");
        return new CategoricalDistribution(SettingCheck.RegionNames.Select(name => weights.OptionalNumber(name) ?? 0));
    }

    private static int RegionIndex(string name)
    {
        for (var i = 0; i < SettingCheck.RegionNames.Count; i++)
        {
            if (SettingCheck.RegionNames[i] == name)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The region {name} is unknown after the check.");
    }
}
