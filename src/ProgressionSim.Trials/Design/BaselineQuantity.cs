namespace ProgressionSim.Trials.Design;

/// <summary>What is known of a patient at baseline besides the baseline visit's measurements.</summary>
public enum BaselineQuantity
{
    /// <summary>Age at enrolment, years.</summary>
    AgeYears = 0,

    /// <summary>Months from symptom onset to enrolment; negative before symptoms, infinitely so for someone who never falls ill.</summary>
    MonthsSinceSymptomOnset = 1,

    /// <summary>ALSFRS-R points lost per month from symptom onset to baseline: (48 - baseline total) / months since onset; 0 before symptoms.</summary>
    SlopeBeforeBaseline = 2,

    /// <summary>Number of the subgroup; the number of subgroups for patients outside them.</summary>
    Subgroup = 3,

    /// <summary>1 when the disease began in the bulbar region, else 0.</summary>
    BulbarOnset = 4,

    /// <summary>ALSFRS-R points lost per month over the lead-in visits, by least squares; needs visits before week 0.</summary>
    LeadInSlope = 5,

    /// <summary>Number of the recruiting site, from 0.</summary>
    Site = 6,
}
