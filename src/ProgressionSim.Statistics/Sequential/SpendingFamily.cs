namespace ProgressionSim.Statistics.Sequential;

/// <summary>Shape of an error-spending function.</summary>
public enum SpendingFamily
{
    /// <summary>Lan and DeMets, like O'Brien and Fleming: 2 - 2 Phi(z(1 - a/2)/sqrt t). Hardly anything early.</summary>
    OBrienFlemingLike = 0,

    /// <summary>Lan and DeMets, like Pocock: a log(1 + (e - 1) t).</summary>
    PocockLike = 1,

    /// <summary>Hwang, Shih and DeCani: a (1 - exp(-gamma t))/(1 - exp(-gamma)); a t for gamma 0.</summary>
    HwangShihDeCani = 2,

    /// <summary>Kim and DeMets: a t^rho.</summary>
    KimDeMets = 3,
}
