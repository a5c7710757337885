namespace ProgressionSim.Statistics.Survival;

/// <summary>How a Cox model fitted, apart from the effects of single covariates.</summary>
/// <param name="Status">Not estimable without events or when covariates cannot be told apart; not converged also when an estimate runs to
/// infinity, as when one group has no event: score and likelihood-ratio tests can then still be used.</param>
/// <param name="Events">Events in the data.</param>
/// <param name="Iterations">Newton steps taken.</param>
/// <param name="NullLogLikelihood">Log partial likelihood with all effects 0.</param>
/// <param name="LogLikelihood">Log partial likelihood at the estimates.</param>
/// <param name="ScoreChiSquare">Score test of all effects together, degrees of freedom as many as covariates.</param>
/// <param name="WaldChiSquare">Wald test, same degrees of freedom.</param>
/// <param name="LikelihoodRatioChiSquare">Likelihood-ratio test, same degrees of freedom.</param>
public readonly record struct CoxFit(
    FitStatus Status,
    int Events,
    int Iterations,
    double NullLogLikelihood,
    double LogLikelihood,
    double ScoreChiSquare,
    double WaldChiSquare,
    double LikelihoodRatioChiSquare)
{
    internal static CoxFit NotEstimable(int events) =>
        new(FitStatus.NotEstimable, events, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
