namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Fixed effects of a random intercept and slope model for two groups.</summary>
public enum RandomSlopeMeanModel
{
    /// <summary>Intercept, slope and difference of slopes (<c>t + t:group</c>): randomised groups share their mean at time 0. Time 0 must be randomisation.</summary>
    ConstrainedBaseline = 0,

    /// <summary>Intercept, slope, difference of intercepts and difference of slopes (<c>t * group</c>).</summary>
    FullFactorial = 1,
}
