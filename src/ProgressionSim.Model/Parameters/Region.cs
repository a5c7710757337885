namespace ProgressionSim.Model.Parameters;

/// <summary>Region of the motor system; each drives one domain of three ALSFRS-R items.</summary>
public enum Region
{
    /// <summary>Brain-stem nuclei: speech, saliva, swallowing (items 1-3).</summary>
    Bulbar = 0,

    /// <summary>Cervical cord: handwriting, cutting food, dressing (items 4-6).</summary>
    Cervical = 1,

    /// <summary>Phrenic and thoracic motor neurons: breathing (items 10-12).</summary>
    Respiratory = 2,

    /// <summary>Lumbosacral cord: turning in bed, walking, stairs (items 7-9).</summary>
    Lumbosacral = 3,
}
