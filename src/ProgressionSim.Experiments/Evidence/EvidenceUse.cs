namespace ProgressionSim.Experiments.Evidence;

/// <summary>What a published quantity is for.</summary>
public enum EvidenceUse
{
    /// <summary>Parameters are fitted to it.</summary>
    Fit = 0,

    /// <summary>The fitted model is judged on it; no fit may see it.</summary>
    Check = 1,

    /// <summary>Shown beside the prediction without a judgement, because the source or the comparison is too weak for one.</summary>
    Context = 2,
}
