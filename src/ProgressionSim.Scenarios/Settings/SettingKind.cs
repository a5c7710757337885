namespace ProgressionSim.Scenarios.Settings;

/// <summary>Shape of a setting's value.</summary>
public enum SettingKind
{
    /// <summary>A number.</summary>
    Number = 0,

    /// <summary>A whole number.</summary>
    WholeNumber = 1,

    /// <summary>Text.</summary>
    Text = 2,

    /// <summary>A short name that other settings, file names and tables can use.</summary>
    Name = 3,

    /// <summary>One of a few words.</summary>
    Choice = 4,

    /// <summary>True or false.</summary>
    Flag = 5,

    /// <summary>A number, or a distribution from which each patient's number is drawn.</summary>
    Varying = 6,

    /// <summary>A number for all regions, or an object with one for each.</summary>
    Regions = 7,

    /// <summary>Whole numbers likewise.</summary>
    WholeRegions = 8,

    /// <summary>A list of rising numbers.</summary>
    RisingNumbers = 9,

    /// <summary>Four rows of four numbers, by receiving and sending region, with a diagonal of 0.</summary>
    RegionMatrix = 10,

    /// <summary>A region, or a categorical distribution over regions.</summary>
    OnsetRegion = 11,

    /// <summary>Two different names.</summary>
    Pair = 12,

    /// <summary>Name of a measure that a trial can look at.</summary>
    Measure = 13,

    /// <summary>A number, or the name of something that has one.</summary>
    NumberOrName = 14,

    /// <summary>A number for all, or an object with one for each name.</summary>
    NumberByName = 15,

    /// <summary>A list of numbers whose order a feature judges.</summary>
    Numbers = 16,

    /// <summary>Paths of two different settings.</summary>
    PathPair = 17,

    /// <summary>The path of a setting with a distribution of its value; the feature that has it judges both.</summary>
    Parameter = 18,

    /// <summary>A list of one or more of a few names.</summary>
    Names = 19,

    /// <summary>A list of texts.</summary>
    Texts = 20,
}
