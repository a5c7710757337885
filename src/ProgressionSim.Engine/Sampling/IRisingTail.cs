namespace ProgressionSim.Engine.Sampling;

/// <summary>A probability that rises with its argument and whose logarithm is concave in it.</summary>
internal interface IRisingTail
{
    /// <summary>Probability at <paramref name="t"/> and its derivative in t, both at least 0.</summary>
    double Evaluate(double t, out double slope);
}
