using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Population;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>A table keeps what is written where it was written.</summary>
public sealed class CourseTableTests
{
    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_number_has_a_place_of_its_own()
    {
        var table = new CourseTable(5, 3, 4, 2);
        table.Hold(100, 5);
        for (var patient = 0; patient < 5; patient++)
        {
            table.SetPatient(patient, patient % 2, 1000 + patient);
            Fill(table.WriteVisitMonths(patient), 10 * patient);
            for (var i = 0; i < PatientPopulation.QuantityCount; i++)
            {
                table.WriteQuantities(patient)[i] = (50 * patient) + i;
            }

            for (var history = 0; history < 3; history++)
            {
                table.SetMilestones(history, patient, Code(patient, history, 0), -Code(patient, history, 0), Code(patient, history, 1));
                table.SetFirstSigns(history, patient, Code(patient, history, 2), -Code(patient, history, 2));
                Fill(table.WriteValues(history, patient, 0), Code(patient, history, 0));
                Fill(table.WriteValues(history, patient, 1), Code(patient, history, 1));
            }
        }

        Assert.Equal((100u, 5, 5), (table.FirstPatient, table.Count, table.Capacity));
        for (var patient = 0; patient < 5; patient++)
        {
            Assert.True(table.HasOrigin(patient));
            Assert.Equal((patient % 2, 1000 + patient), (table.Subgroup(patient), table.MonthsFromBiologicalOnset(patient)));
            Assert.Equal(Rising(10 * patient), table.VisitMonths(patient).ToArray());
            Assert.Equal((50 * patient) + 12, table.Quantity(patient, PatientQuantity.LumbosacralVulnerability));
            for (var history = 0; history < 3; history++)
            {
                Assert.Equal(Rising(Code(patient, history, 0)), table.Values(history, patient, 0).ToArray());
                Assert.Equal(Rising(Code(patient, history, 1)), table.Values(history, patient, 1).ToArray());
                Assert.Equal(Code(patient, history, 0), table.DeathMonths(history, patient));
                Assert.Equal(-Code(patient, history, 0), table.SymptomOnsetMonths(history, patient));
                Assert.Equal(Code(patient, history, 1), table.FirstTreatmentMonths(history, patient));
                Assert.Equal(Code(patient, history, 2), table.ElectromyographicChangeMonths(history, patient));
                Assert.Equal(-Code(patient, history, 2), table.NeurofilamentRiseMonths(history, patient));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_patient_without_origin_shows_nothing()
    {
        var table = new CourseTable(2, 2, 3, 1);
        table.SetPatient(1, 0, 5);
        table.SetWithoutOrigin(1, 3);
        Assert.False(table.HasOrigin(1));
        Assert.Equal(3, table.Subgroup(1));
        Assert.Equal(float.NaN, table.MonthsFromBiologicalOnset(1));
        Assert.All(table.Values(1, 1, 0).ToArray(), value => Assert.Equal(float.NaN, value));
        Assert.All(table.VisitMonths(1).ToArray(), value => Assert.Equal(float.NaN, value));
        Assert.Equal((float.PositiveInfinity, float.PositiveInfinity), (table.DeathMonths(1, 1), table.FirstTreatmentMonths(1, 1)));
        Assert.Equal((float.PositiveInfinity, float.PositiveInfinity), (table.ElectromyographicChangeMonths(1, 1), table.NeurofilamentRiseMonths(1, 1)));
        Assert.Equal(0, table.Values(1, 0, 0)[0]);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 1, 1, -1)]
    [InlineData(2_000_000, 5, 43, 5)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    public void Impossible_sizes_are_rejected(int capacity, int histories, int visits, int measures) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CourseTable(capacity, histories, visits, measures));

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Patients_beyond_the_table_or_32_bits_and_wrong_places_are_rejected()
    {
        var table = new CourseTable(4, 2, 3, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Hold(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Hold(uint.MaxValue, 2));
        table.Hold(uint.MaxValue, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.DeathMonths(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Values(0, 0, 1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Values(1, 4, 0).Length);
    }

    private static float Code(int patient, int history, int measure) => 100 + (1000 * patient) + (200 * history) + (40 * measure);

    private static float[] Rising(float first) => [first, first + 1, first + 2, first + 3];

    private static void Fill(Span<float> to, float first) => Rising(first).CopyTo(to);
}
