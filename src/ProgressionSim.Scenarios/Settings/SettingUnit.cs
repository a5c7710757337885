namespace ProgressionSim.Scenarios.Settings;

/// <summary>A unit with the words a message uses for values of it.</summary>
/// <param name="Symbol">Unit as reports show it; empty for a pure number or text.</param>
/// <param name="Phrase">What a value is, with its article.</param>
internal sealed record SettingUnit(string Symbol, string Phrase)
{
    public static SettingUnit Text { get; } = new("", "text");

    public static SettingUnit Switch { get; } = new("", "a switch");

    public static SettingUnit Number { get; } = new("", "a pure number");

    public static SettingUnit Factor { get; } = new("", "a factor");

    public static SettingUnit Ratio { get; } = new("", "a ratio of treated to untreated rate");

    public static SettingUnit Exponent { get; } = new("", "an exponent");

    public static SettingUnit Correlation { get; } = new("", "a correlation");

    public static SettingUnit Fraction { get; } = new("fraction", "a fraction");

    public static SettingUnit Share { get; } = new("fraction", "a share");

    public static SettingUnit Probability { get; } = new("probability", "a probability");

    public static SettingUnit Cv { get; } = new("fraction", "a coefficient of variation");

    public static SettingUnit Weight { get; } = new("", "a weight");

    public static SettingUnit Patients { get; } = new("patients", "a number of virtual patients");

    public static SettingUnit Neurons { get; } = new("motor neurons", "a number of motor neurons");

    public static SettingUnit Months { get; } = new("months", "a length in months");

    public static SettingUnit OffsetMonths { get; } = new("months", "a shift in months");

    public static SettingUnit Days { get; } = new("days", "a length in days");

    public static SettingUnit DayOfTreatment { get; } = new("days", "a day after treatment start");

    public static SettingUnit AgeYears { get; } = new("years", "an age in years");

    public static SettingUnit PerYear { get; } = new("per year of age", "a relative rise per year of age");

    public static SettingUnit PerMonth { get; } = new("per month", "a rate per month");

    public static SettingUnit PerNeuronPerMonth { get; } = new("per neuron per month", "a rate per neuron per month");

    public static SettingUnit Logits { get; } = new("logits", "a standard deviation in logits");

    public static SettingUnit PercentPredicted { get; } = new("% of predicted", "a percentage of the predicted value");

    public static SettingUnit PgPerMl { get; } = new("pg/mL", "a concentration in pg/mL");

    public static SettingUnit PgMonthsPerMl { get; } = new("pg/mL x months", "a release in pg/mL times months");

    public static SettingUnit MgPerL { get; } = new("mg/L", "a concentration in mg/L");

    public static SettingUnit Milligrams { get; } = new("mg", "a dose in mg");

    public static SettingUnit Liters { get; } = new("L", "a volume in L");

    public static SettingUnit LitersPerHour { get; } = new("L/h", "a flow in L/h");

    public static SettingUnit TrialPatients { get; } = new("patients", "a number of randomised patients");

    public static SettingUnit BankPatients { get; } = new("candidates", "a number of simulated candidates");

    public static SettingUnit Trials { get; } = new("trials", "a number of simulated trials");

    public static SettingUnit Sides { get; } = new("", "a number of sides of a test");

    public static SettingUnit Parts { get; } = new("", "a part of the allocation ratio");

    public static SettingUnit CandidatesPerMonth { get; } = new("per month", "a number of candidates per month");

    public static SettingUnit Sites { get; } = new("sites", "a number of sites");

    public static SettingUnit BlockPatients { get; } = new("patients", "a number of patients in a block");

    public static SettingUnit Week { get; } = new("weeks", "a time in weeks after randomisation");

    public static SettingUnit DayOfTrial { get; } = new("days", "a day after randomisation");

    public static SettingUnit Month { get; } = new("months", "a month of recruitment");

    public static SettingUnit HazardRatio { get; } = new("", "a ratio of hazards");

    public static SettingUnit Limit { get; } = new("", "a limit in the unit of the measure");

    public static SettingUnit MeasureUnit { get; } = new("", "a spread in the unit of the measure");

    public static SettingUnit Points { get; } = new("points", "a number of points");

    public static SettingUnit PointsPerMonth { get; } = new("points per month", "a change in points per month");

    public static SettingUnit LogHazard { get; } = new("log per month", "the logarithm of a hazard per month");

    public static SettingUnit LogHazardPerPoint { get; } = new("log per point", "a change of the log hazard per point");

    public static SettingUnit SettingValue { get; } = new("", "a value of the setting");

    public static SettingUnit Values { get; } = new("", "a number of values");

    public static SettingUnit Benefit { get; } = new("", "a benefit in the unit of the outcome");

    public static SettingUnit BasePoints { get; } = new("", "a number of base points");

    public static SettingUnit Trajectories { get; } = new("", "a number of trajectories");

    public static SettingUnit Draws { get; } = new("draws", "a number of draws of the parameters");

    public static SettingUnit QuantityUnit { get; } = new("", "a value in the unit of the quantity");
}
