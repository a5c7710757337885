using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Recording;

/// <summary>The measures of a run in recording order, and the contrasts between arms.</summary>
public sealed class MeasureCatalogue
{
    /// <summary>Healthy motor neurons by region: 0-3.</summary>
    public const int Healthy = 0;

    /// <summary>Stressed motor neurons by region: 4-7.</summary>
    public const int Stressed = 4;

    /// <summary>Lost motor neurons by region: 8-11.</summary>
    public const int Lost = 8;

    /// <summary>Function by region: 12-15.</summary>
    public const int Function = 12;

    /// <summary>Motor-unit number estimate by region: 16-19.</summary>
    public const int MotorUnitNumber = 16;

    /// <summary>ALSFRS-R domain score by region: 20-23.</summary>
    public const int AlsfrsDomain = 20;

    /// <summary>ALSFRS-R total.</summary>
    public const int AlsfrsTotal = 24;

    /// <summary>King's stage.</summary>
    public const int KingsStage = 25;

    /// <summary>MiToS stage.</summary>
    public const int MitosStage = 26;

    /// <summary>Slow vital capacity.</summary>
    public const int Svc = 27;

    /// <summary>Neurofilament in CSF as measured.</summary>
    public const int Neurofilament = 28;

    /// <summary>Toxic protein.</summary>
    public const int ToxicProtein = 29;

    /// <summary>Knock-down.</summary>
    public const int Knockdown = 30;

    /// <summary>Drug concentration.</summary>
    public const int DrugConcentration = 31;

    /// <summary>Number of measures.</summary>
    public const int Count = 32;

    private const int CountScale = 256;
    private const int FractionScale = 1 << 16;

    /// <summary>Builds the catalogue.</summary>
    /// <param name="disease">The disease: the ranges of counts follow its numbers of motor neurons.</param>
    public MeasureCatalogue(DiseaseParameters disease)
    {
        var measures = new List<ObservedMeasure>();
        var regions = Enum.GetValues<Region>();
        foreach (var state in (ReadOnlySpan<string>)["healthy", "stressed", "lost"])
        {
            measures.AddRange(regions.Select(region =>
                new ObservedMeasure(NameOf(state, region), "motor neurons", CountScale, HistogramBins.Bounded(0, (float)disease.MotorNeuronsPerRegion[region], 250))));
        }

        measures.AddRange(regions.Select(region => new ObservedMeasure(NameOf("function", region), "", FractionScale, HistogramBins.Bounded(0, 1, 250))));
        measures.AddRange(regions.Select(region =>
            new ObservedMeasure(NameOf("motorUnitNumber", region), "motor units", CountScale, HistogramBins.Equal(0, 1.5f * (float)disease.MotorNeuronsPerRegion[region], 250))));
        measures.AddRange(regions.Select(region => new ObservedMeasure(NameOf("alsfrsDomain", region), "points", 1, HistogramBins.Whole(0, 12))));
        measures.Add(new("alsfrsTotal", "points", 1, HistogramBins.Whole(0, 48)));
        measures.Add(new("kingsStage", "stage", 1, HistogramBins.Whole(0, 4)));
        measures.Add(new("mitosStage", "stage", 1, HistogramBins.Whole(0, 4)));
        measures.Add(new("svcPercent", "% of predicted", CountScale, HistogramBins.Equal(0, 300, 600)));
        measures.Add(new("neurofilamentPgPerMl", "pg/mL", 64, HistogramBins.Logarithmic(8, 1 << 20)));
        measures.Add(new("toxicProtein", "", FractionScale, HistogramBins.Bounded(0, 1, 250)));
        measures.Add(new("knockdown", "", FractionScale, HistogramBins.Bounded(0, 1, 250)));
        measures.Add(new("drugConcentrationMgPerL", "mg/L", 4096, HistogramBins.Logarithmic(1f / 1024, 1 << 16)));
        Observed = measures;

        var contrasts = new List<ContrastMeasure> { new("alsfrsTotalDeathZero", AlsfrsTotal, ContrastKind.DeathZero, "points") };
        contrasts.AddRange(regions.Select(region => new ContrastMeasure(NameOf("healthyDeathZero", region), Healthy + (int)region, ContrastKind.DeathZero, "motor neurons")));
        contrasts.AddRange(regions.Select(region => new ContrastMeasure(NameOf("functionDeathZero", region), Function + (int)region, ContrastKind.DeathZero, "")));
        contrasts.Add(new("alive", -1, ContrastKind.Alive, ""));
        contrasts.Add(new("alsfrsTotalBothAlive", AlsfrsTotal, ContrastKind.BothAlive, "points"));
        contrasts.Add(new("svcPercentBothAlive", Svc, ContrastKind.BothAlive, "% of predicted"));
        contrasts.Add(new("neurofilamentPgPerMlBothAlive", Neurofilament, ContrastKind.BothAlive, "pg/mL"));
        Contrasts = contrasts;
    }

    /// <summary>The measures, by number.</summary>
    public IReadOnlyList<ObservedMeasure> Observed { get; }

    /// <summary>The contrasts.</summary>
    public IReadOnlyList<ContrastMeasure> Contrasts { get; }

    /// <summary>Name of a measure of a region: <c>healthy.bulbar</c>.</summary>
    /// <param name="measure">Measure, lowerCamelCase.</param>
    /// <param name="region">Region.</param>
    public static string NameOf(string measure, Region region) => $"{measure}.{RegionName(region)}";

    private static string RegionName(Region region) => region switch
    {
        Region.Bulbar => "bulbar",
        Region.Cervical => "cervical",
        Region.Respiratory => "respiratory",
        _ => "lumbosacral",
    };
}
