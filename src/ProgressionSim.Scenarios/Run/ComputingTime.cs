using System.Globalization;

namespace ProgressionSim.Scenarios.Run;

/// <summary>Roughly how long simulations take, for messages that refuse one.</summary>
internal static class ComputingTime
{
    /// <summary>Longest time that is begun, days: a week's wait is a plan, a longer one a mistake.</summary>
    public const double MostDays = 7;

    // Two cores at about 15,000 patients of one arm per second each, five years in weekly steps: half of what a processor with AVX2 does.
    private const double PatientArmsPerSecond = 2 * 15_000;
    private const double SecondsPerDay = 86_400;
    private const double DaysPerYear = 365.25;

    /// <summary>Days for a number of patients times arms.</summary>
    public static double Days(double patientArms) => patientArms / PatientArmsPerSecond / SecondsPerDay;

    /// <summary>Patients times arms for a number of days.</summary>
    public static double PatientArms(double days) => days * SecondsPerDay * PatientArmsPerSecond;

    /// <summary>A time in words.</summary>
    public static string Describe(double days) => (days / DaysPerYear) switch
    {
        > 1e6 => "more than a million years",
        >= 2 and var years => string.Create(CultureInfo.InvariantCulture, $"about {years:#,0} years"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {days:#,0} days"),
    };
}
