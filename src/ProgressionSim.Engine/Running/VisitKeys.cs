namespace ProgressionSim.Engine.Running;

/// <summary>Addresses of the noise of visits: a visit at the same time after the origin meets the same noise in every schedule.</summary>
internal static class VisitKeys
{
    /// <summary>Address of what belongs to the patient, not to a visit.</summary>
    public const uint EveryVisit = uint.MaxValue;

    // Visits are numbered from a fixed month, so that showing more months before the origin changes no measurement.
    private const int FirstVisitMonth = -120;

    private const int DayZero = 1 << 20;
    private const int KeysPerDay = 4;

    /// <summary>Visit at the end of a month of a run.</summary>
    /// <param name="month">Month from the origin, -120 to 600.</param>
    public static uint OfMonth(int month) => (uint)(month - FirstVisitMonth);

    /// <summary>Visit on a nominal day. Days less than a quarter of a day apart may share an address.</summary>
    /// <param name="day">Day from the origin, up to 36,500 either way.</param>
    public static uint OfDay(double day) => (uint)(DayZero + (int)Math.Floor((day * KeysPerDay) + 0.5));
}
