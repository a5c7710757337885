namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Covariance of a patient's responses that a repeated measures model was fitted with.</summary>
public enum VisitCovariance
{
    /// <summary>A variance for every visit and a covariance for every pair of visits.</summary>
    Unstructured = 0,

    /// <summary>One variance and one covariance for all visits.</summary>
    CompoundSymmetry = 1,
}
