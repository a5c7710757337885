using ProgressionSim.Engine.Random;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Runs trials of a design one after the other: recruit, screen, randomise, then treat, visit, drop out and rescue each patient. One belongs to one thread.</summary>
internal sealed class TrialConductor : IDisposable
{
    private readonly TrialDesign design;
    private readonly CandidateQueue candidates;
    private readonly RecruitmentClock clock;
    private readonly BlockRandomisation blocks;
    private readonly MeasureReader reader;
    private readonly PatientConduct conduct;
    private readonly HistoryCatalogue histories;

    /// <summary>Prepares a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="histories">Its treatment histories.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="candidates">Its candidates; belongs to the conductor from now on.</param>
    public TrialConductor(TrialDesign design, HistoryCatalogue histories, TrialMeasures measures, CandidateQueue candidates)
    {
        (this.design, this.histories, this.candidates) = (design, histories, candidates);
        clock = new RecruitmentClock(design.Recruitment);
        blocks = new BlockRandomisation(design.Arms, design.Recruitment.BlockSize, TrialData.StratumCount(design));
        reader = new MeasureReader(design, measures);
        conduct = new PatientConduct(design, histories, measures, reader);
    }

    /// <summary>Runs a trial.</summary>
    /// <param name="replicate">Its number, which alone decides its patients and its chance.</param>
    /// <param name="patients">Patients to randomise. A trial of fewer patients is the beginning of one of more.</param>
    /// <param name="hypothesis">Whether arms get their own treatment or the control's.</param>
    /// <param name="data">Receives the trial.</param>
    public void Run(uint replicate, int patients, Hypothesis hypothesis, TrialData data)
    {
        var uniforms = new KeyedUniforms(design.Seed, replicate);
        candidates.Begin(replicate);
        blocks.Begin(uniforms);
        data.Clear();
        var expected = 0.0;
        for (var number = 0; data.Patients < patients; number++)
        {
            if (number == candidates.PerTrial)
            {
                data.RanOutOfCandidates = true;
                break;
            }

            var candidate = candidates[number];
            if (!candidate.Courses.HasOrigin(candidate.Row))
            {
                // The disease ended before enrolment: nobody came.
                continue;
            }

            data.Screened++;
            expected += uniforms.Exponential(StreamPurpose.Recruitment, (uint)number, 0);
            var entry = clock.TimeOf(expected);
            var site = (int)(uniforms.Uniform(StreamPurpose.Recruitment, (uint)number, 1) * clock.OpenSites(entry));
            if (IsEligible(candidate, site))
            {
                var patient = data.Patients++;
                Randomise(candidate, patient, site, entry, data);
                conduct.Follow(uniforms, candidate, (uint)number, patient, hypothesis, data);
            }
        }
    }

    /// <summary>True when a candidate meets every rule of eligibility.</summary>
    public bool IsEligible(Candidate candidate, int site)
    {
        foreach (var rule in design.Recruitment.Screening)
        {
            var met = false;
            foreach (var alternative in rule.Alternatives)
            {
                met |= MeetsAll(alternative, candidate, site);
            }

            if (!met)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => candidates.Dispose();

    private bool MeetsAll(IReadOnlyList<MeasureCondition> conditions, Candidate candidate, int site)
    {
        foreach (var condition in conditions)
        {
            if (!condition.IsMetBy(AtBaseline(candidate, site, condition.Measure)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Nobody has been treated at baseline, so every history shows the same.</summary>
    private double AtBaseline(Candidate candidate, int site, TrialMeasure measure) =>
        reader.Value(candidate, histories.Unswitched(0), design.Visits.Baseline, site, measure);

    private void Randomise(Candidate candidate, int patient, int site, double entry, TrialData data)
    {
        var stratum = 0;
        foreach (var factor in design.Recruitment.StratifyBy)
        {
            stratum = (stratum * factor.Levels) + factor.LevelOf(AtBaseline(candidate, site, factor.Measure));
        }

        data.Candidates[patient] = candidate.Courses.FirstPatient + (uint)candidate.Row;
        data.ScreenedUpTo[patient] = data.Screened;
        data.Strata[patient] = stratum;
        data.Arms[patient] = blocks.Assign(stratum);
        data.Sites[patient] = site;
        data.Subgroups[patient] = candidate.Courses.Subgroup(candidate.Row);
        data.EntryMonths[patient] = entry;
        for (var covariate = 0; covariate < data.Covariates.Count; covariate++)
        {
            data.CovariateOf(covariate)[patient] = AtBaseline(candidate, site, data.Covariates[covariate]);
        }
    }
}
