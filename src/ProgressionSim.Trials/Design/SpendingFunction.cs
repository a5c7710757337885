namespace ProgressionSim.Trials.Design;

/// <summary>How error probability is spent over the looks.</summary>
public enum SpendingFunction
{
    /// <summary>Lan and DeMets, like O'Brien and Fleming.</summary>
    OBrienFleming = 0,

    /// <summary>Lan and DeMets, like Pocock.</summary>
    Pocock = 1,

    /// <summary>Hwang, Shih and DeCani, with a parameter.</summary>
    HwangShihDeCani = 2,

    /// <summary>Kim and DeMets, with an exponent.</summary>
    KimDeMets = 3,

    /// <summary>O'Brien and Fleming's own boundary, constant on the score scale, for planned looks.</summary>
    OBrienFlemingBoundary = 4,

    /// <summary>Pocock's own boundary, constant on the z scale, for planned looks.</summary>
    PocockBoundary = 5,
}
