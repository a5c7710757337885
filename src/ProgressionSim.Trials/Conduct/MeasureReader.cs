using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Reads measures of a candidate.</summary>
internal sealed class MeasureReader
{
    private const double FullScore = 48;

    private readonly TrialMeasures measures;
    private readonly int baseline;

    /// <summary>Prepares for a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="measures">Its measures.</param>
    public MeasureReader(TrialDesign design, TrialMeasures measures)
    {
        this.measures = measures;
        baseline = design.Visits.Baseline;
    }

    /// <summary>Value of a measure at a visit.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="history">History lived through.</param>
    /// <param name="visit">Index of the visit; of no meaning for baseline quantities.</param>
    /// <param name="site">Site of the candidate.</param>
    /// <param name="measure">The measure.</param>
    /// <returns>NaN when there is none.</returns>
    public double Value(Candidate candidate, int history, int visit, int site, TrialMeasure measure) => measure.Source switch
    {
        MeasureSource.Visit => Row(candidate, history, measure.Number)[visit],
        MeasureSource.ChangeFromBaseline => (double)Row(candidate, history, measure.Number)[visit] - Row(candidate, history, measure.Number)[baseline],
        _ => Baseline(candidate, history, site, (BaselineQuantity)measure.Number),
    };

    private ReadOnlySpan<float> Row(Candidate candidate, int history, int number) =>
        candidate.Courses.Values(history, candidate.Row, measures.PlaceOf(number));

    private double Baseline(Candidate candidate, int history, int site, BaselineQuantity quantity)
    {
        var (courses, row) = candidate;
        switch (quantity)
        {
            case BaselineQuantity.AgeYears:
                return courses.Quantity(row, PatientQuantity.AgeAtBiologicalOnsetYears) + (courses.MonthsFromBiologicalOnset(row) / 12.0);
            case BaselineQuantity.MonthsSinceSymptomOnset:
                return -(double)courses.SymptomOnsetMonths(history, row);
            case BaselineQuantity.SlopeBeforeBaseline:
                var months = -(double)courses.SymptomOnsetMonths(history, row);
                return months > 0 ? (FullScore - Row(candidate, history, MeasureCatalogue.AlsfrsTotal)[baseline]) / months : 0;
            case BaselineQuantity.Subgroup:
                return courses.Subgroup(row);
            case BaselineQuantity.BulbarOnset:
                return courses.Quantity(row, PatientQuantity.OnsetRegion) == (int)Region.Bulbar ? 1 : 0;
            case BaselineQuantity.LeadInSlope:
                return LeadInSlope(courses.VisitMonths(row), Row(candidate, history, MeasureCatalogue.AlsfrsTotal));
            default:
                return site;
        }
    }

    /// <summary>Points lost per month over the visits up to baseline, by least squares.</summary>
    private double LeadInSlope(ReadOnlySpan<float> months, ReadOnlySpan<float> scores)
    {
        double meanMonth = 0, meanScore = 0, squares = 0, products = 0;
        for (var visit = 0; visit <= baseline; visit++)
        {
            meanMonth += months[visit] / (double)(baseline + 1);
            meanScore += scores[visit] / (double)(baseline + 1);
        }

        for (var visit = 0; visit <= baseline; visit++)
        {
            squares += (months[visit] - meanMonth) * (months[visit] - meanMonth);
            products += (months[visit] - meanMonth) * (scores[visit] - meanScore);
        }

        return squares > 0 ? -products / squares : double.NaN;
    }
}
