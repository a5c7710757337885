using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class ClosedFormsTests
{
    private const double LastMonth = 52 * 7 / 30.4375;

    private static readonly double Quantiles = Normal.InvCDF(0, 1, 0.975) + Normal.InvCDF(0, 1, 0.8);

    [Theory]
    [InlineData(AnalysisMethod.TTest)]
    [InlineData(AnalysisMethod.Ancova)]
    [InlineData(AnalysisMethod.Mmrm)]
    public void Means_at_a_visit_follow_from_the_generators_variances(AnalysisMethod method)
    {
        // Change: slope variance t^2 + twice the residual; its covariance with baseline: 0.2 * 5 * 0.65 t less the residual.
        const double Residual = 1.755 * 1.755;
        const double Change = (0.65 * 0.65 * LastMonth * LastMonth) + (2 * Residual);
        const double Covariance = (0.2 * 5 * 0.65 * LastMonth) - Residual;
        var variance = method == AnalysisMethod.TTest ? Change : Change - (Covariance * Covariance / (25 + Residual));
        var normal = 4 * variance * Quantiles * Quantiles / (0.4 * LastMonth * 0.4 * LastMonth);
        var found = Assert.Single(Of(method, 0.4, 1));

        // The t distribution adds about z^2 / 2 patients.
        Assert.InRange(found.Patients - normal, 1, 3);
    }

    [Fact]
    public void Slopes_follow_from_generalised_least_squares_with_a_common_baseline()
    {
        double[] months = [.. new[] { 0, 13, 26, 39, 52 }.Select(week => week * 7 / 30.4375)];
        var covariance = Matrix<double>.Build.Dense(5, 5, (i, j) =>
            25 + (0.2 * 5 * 0.65 * (months[i] + months[j])) + (0.65 * 0.65 * months[i] * months[j]) + (i == j ? 1.755 * 1.755 : 0));
        var information = Matrix<double>.Build.Dense(3, 3);
        for (var arm = 0; arm < 2; arm++)
        {
            var x = Matrix<double>.Build.Dense(5, 3, (visit, column) => column == 0 ? 1 : column == 1 ? months[visit] : arm * months[visit]);
            information += 0.5 * x.TransposeThisAndMultiply(covariance.Inverse() * x);
        }

        var expected = information.Inverse()[2, 2] * Quantiles * Quantiles / (0.4 * 0.4);
        Assert.Equal(expected, Assert.Single(Of(AnalysisMethod.RandomSlope, 0.4, 1)).Patients, 1e-6 * expected);
    }

    [Theory]
    [InlineData(AnalysisMethod.LogRank, 0)]
    [InlineData(AnalysisMethod.Cox, 0.02)]
    public void Events_follow_Schoenfeld_and_exponential_times(AnalysisMethod method, double dropout)
    {
        const double Hazard = 0.04, Ratio = 0.6;
        double Share(double hazard) => hazard / (hazard + dropout) * (1 - Math.Exp(-(hazard + dropout) * LastMonth));
        var events = 4 * Quantiles * Quantiles / (Math.Log(Ratio) * Math.Log(Ratio));
        var expected = events / ((Share(Hazard) + Share(Hazard * Ratio)) / 2);
        var found = Assert.Single(Of(method, 0, Ratio, design => design with { Dropout = new DropoutRule { RatePerMonth = [dropout, dropout] } }));
        Assert.Equal(expected, found.Patients, 1e-6 * expected);
    }

    [Fact]
    public void The_simulated_effect_gives_the_normal_approximation()
    {
        // An effect of 2 standard deviations at 90 patients: 90 (2.802 / 2)^2.
        var design = Design(AnalysisMethod.Wilcoxon, 0.4, 1);
        var found = Assert.Single(ClosedForms.Of(design, 0.8, 0.3, 0.15, 90));
        Assert.Equal(90 * Quantiles * Quantiles / 4, found.Patients, 1e-6);
    }

    [Fact]
    public void No_formula_is_offered_where_none_applies()
    {
        Assert.Empty(Of(AnalysisMethod.TTest, 0, 1));
        Assert.Empty(Of(AnalysisMethod.TTest, -0.4, 1));
        Assert.Empty(Of(AnalysisMethod.RandomSlope, -0.4, 1));
        Assert.Empty(Of(AnalysisMethod.LogRank, 0, 1.5));
        Assert.Empty(Of(AnalysisMethod.JointRank, 0.4, 0.6));
        Assert.Empty(Of(AnalysisMethod.TTest, 0.4, 1, design => design with { Interim = new InterimRule { Looks = [0.5, 1] } }));
        Assert.Empty(Of(AnalysisMethod.TTest, 0.4, 1, design => design with { OpenLabel = new OpenLabelRule(26, 1) }));
        Assert.Empty(Of(AnalysisMethod.TTest, 0.4, 1, design => design with { Rescue = new RescueRule(0, [], 1) }));
        Assert.Empty(Of(AnalysisMethod.TTest, 0.4, 1, design => design with { Arms = [.. design.Arms, new TrialArm("third", 1, 1)] }));
    }

    private static TrialDesign Design(AnalysisMethod method, double slope, double hazardRatio) =>
        TestDesigns.Statistical(1, 100, TestDesigns.Declining with { LogHazard = Math.Log(0.04) }, slope, hazardRatio, TestDesigns.Endpoint(method));

    private static IReadOnlyList<ClosedFormSize> Of(AnalysisMethod method, double slope, double hazardRatio, Func<TrialDesign, TrialDesign>? change = null)
    {
        var design = Design(method, slope, hazardRatio);
        return ClosedForms.Of(change?.Invoke(design) ?? design, 0.8, double.NaN, double.NaN, 100);
    }
}
