namespace ProgressionSim.Trials.Analyses;

/// <summary>An analysis of one active arm against the control. One belongs to one thread: it owns its working memory.</summary>
internal interface IEndpointAnalysis
{
    /// <summary>Analyses.</summary>
    /// <param name="input">What is known at the cut; not changed.</param>
    /// <returns>The effect on the analysis's own scale, and z above 0 when the active arm does better.</returns>
    AnalysisOutcome Analyse(AnalysisInput input);
}
