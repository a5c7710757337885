namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Elementary effects of one parameter: change of the output per whole range of the parameter's probability.</summary>
/// <param name="Mu">Mean effect, in the output's unit.</param>
/// <param name="MuStar">Mean of the effects' sizes, at least 0, in the output's unit: how much the parameter matters (Campolongo's mu*).</param>
/// <param name="MuStarLow">Lower 95 % limit of mu*, at least 0.</param>
/// <param name="MuStarHigh">Upper 95 % limit of mu*.</param>
/// <param name="Sigma">Standard deviation of the effects, at least 0: 0 where the output is linear in the parameter and without interaction.</param>
public readonly record struct MorrisEffect(double Mu, double MuStar, double MuStarLow, double MuStarHigh, double Sigma);
