using System.Text.Json.Nodes;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Page;
using ProgressionSim.TestKit;

namespace ProgressionSim.Summaries.Tests.Page;

/// <summary>Single patients and the typical one, as the teaching page is given them. Exact.</summary>
public sealed class PageCoursesTests
{
    private static readonly RunPlan Plan = TestPlans.Varied(10, 9).With(
        [new KnockdownTreatment("drug") { Knockdown = 0.8, RampMonths = 1 }],
        new Arm("untreated", []),
        TestPlans.Treated("treated", StartAt.SymptomOnset, 3)) with { HorizonMonths = 60, RecordedMeasures = PageCourses.Measures };

    [Fact]
    public void Neurons_add_up_until_death_and_are_gone_after_it()
    {
        var page = Of([(2, 0), (5, 0)]);
        Assert.Equal([1000, 1000, 1000, 1000], page["neuronsPerRegion"]!.AsArray().Select(value => (double)value!));
        Assert.Equal(["bulbar", "cervical", "respiratory", "lumbosacral"], page["regions"]!.AsArray().Select(value => (string)value!), StringComparer.Ordinal);
        var months = page["months"]!.AsArray().Select(value => (double)value!).ToList();
        var died = 0;
        foreach (var arm in page["courses"]!.AsArray().SelectMany(course => course!["arms"]!.AsArray()))
        {
            var death = (double?)arm!["deathMonths"] ?? double.PositiveInfinity;
            died += double.IsFinite(death) ? 1 : 0;
            for (var month = 0; month < months.Count; month++)
            {
                double? Neurons(string state) => (double?)arm[state]![3]![month];
                // Months between two steps are interpolated, and each count is kept in 256ths.
                var all = Neurons("healthy") + Neurons("stressed") + Neurons("lost");
                Assert.Equal(months[month] < death, all is not null);
                Assert.Equal(1000, all ?? 1000, 3 * 0.5 / 256);
                Assert.Equal(months[month] < death, arm["alsfrs"]![month] is not null);
            }
        }

        Assert.InRange(died, 1, 4);
    }

    [Fact]
    public void The_start_of_treatment_and_the_repetition_are_told()
    {
        var courses = Of([(1, 0), (1, 1), (1, 2)])["courses"]!.AsArray();
        Assert.Equal([0, 1, 2], courses.Select(course => (int)course!["repetition"]!));
        Assert.All(courses, course => Assert.Equal(1, (int)course!["patient"]!));
        Assert.Null(courses[0]!["arms"]![0]!["startMonths"]);
        var start = (double?)courses[0]!["arms"]![1]!["startMonths"];
        Assert.Equal(3, start!.Value, 0.25);
        Assert.NotEqual(courses[0]!["arms"]!.ToJsonString(), courses[1]!["arms"]!.ToJsonString(), StringComparer.Ordinal);
    }

    [Fact]
    public void The_typical_patient_has_an_arm_for_each_of_the_plan()
    {
        var meanField = MeanField.Of(Plan);
        var page = JsonNode.Parse(PageMeanField.Json(Plan, meanField))!;
        Assert.Equal(["untreated", "treated"], page["arms"]!.AsArray().Select(arm => (string)arm!["name"]!), StringComparer.Ordinal);
        Assert.Equal(meanField.AlsfrsTotal(1)[20], (double)page["arms"]![1]!["alsfrs"]![20]!, 1e-8);
        Assert.Empty(JsonNode.Parse(PageMeanField.Json(Plan, MeanField.Of(Plan with { MaximumMonthsToOrigin = 1 })))!["arms"]!.AsArray());
    }

    private static JsonNode Of(IReadOnlyList<(int Patient, uint Repetition)> which) => JsonNode.Parse(
        PageCourses.Json(Plan, [.. which.Select(each => (ProgressiveRun.OnePatient(Plan, each.Patient, each.Repetition), each.Patient, each.Repetition))]))!;
}
