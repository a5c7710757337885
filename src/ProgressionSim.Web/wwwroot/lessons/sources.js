// Every source the lessons cite, once.

const doi = name => `https://doi.org/${name}`;
const pmc = name => `https://pmc.ncbi.nlm.nih.gov/articles/${name}/`;

export const sources = {
  disease: { text: 'US National Institute of Neurological Disorders and Stroke: ALS and how tofersen came to be', href: 'https://www.ninds.nih.gov/about-ninds/what-we-do/impact/ninds-contributions-approved-therapies/tofersen-qalsodyr-amyotrophic-lateral-sclerosis' },
  help: { text: 'International Alliance of ALS/MND Associations: support in many countries', href: 'https://www.als-mnd.org/' },
  series: { text: 'Shneider and others, 2025, The Lancet: twelve people with FUS-ALS treated with ulefnersen, without a control group', href: doi('10.1016/S0140-6736(25)00513-6') },
  firstPatient: { text: 'Korobeynikov and others, 2022, Nature Medicine: the first patient treated, and mice', href: doi('10.1038/s41591-021-01615-z') },
  fusion: { text: 'FUSION, the controlled trial of ulefnersen, not yet reported: ClinicalTrials.gov NCT04768972', href: 'https://clinicaltrials.gov/study/NCT04768972' },
  fusCourse: { text: 'Grassano and others, 2022: in FUS-ALS an early onset goes with a fast course', href: pmc('PMC9469212') },
  sprouting: { text: 'Review of motor units (its figure 3): a surviving neuron can take over five to eight times its usual territory', href: pmc('PMC6579668') },
  carriersNormal: { text: 'Aggarwal and Nicholson, 2001, JNNP: carriers of SOD1 variants without symptoms had a normal number of motor units', href: 'https://jnnp.bmj.com/content/71/4/478' },
  mouse: { text: 'Hegedus and others, 2007: in mice, motor units and strength fell together, long before symptoms', href: 'https://pubmed.ncbi.nlm.nih.gov/17766128/' },
  neurofilamentBefore: { text: 'Benatar and others, 2018: neurofilament rises before symptoms in people at risk', href: pmc('PMC11348288') },
  neurofilamentByGene: { text: 'Benatar and others, 2019: how long before differs by gene', href: pmc('PMC6768722') },
  neurofilamentSpeed: { text: 'More neurofilament goes with faster decline (its table 2)', href: pmc('PMC7793911') },
  atlas: { text: 'Benatar and others, 2022: the design of ATLAS, a trial that starts treatment when neurofilament rises', href: doi('10.1007/s13311-022-01237-4') },
  valor: { text: 'Miller and others, 2022, New England Journal of Medicine: VALOR, the controlled trial of tofersen', href: doi('10.1056/NEJMoa2204705') },
  oneHit: { text: 'Clarke and others, 2000, Nature: in inherited diseases neurons seem to die at random moments', href: doi('10.1038/35018098') },
  jointRank: { text: 'Berry and others, 2013: function and survival ranked together', href: doi('10.3109/21678421.2012.762930') },
  joint: { text: 'Van Eijk and others, 2018: ways to analyse function and deaths together, compared by simulation', href: doi('10.2147/CLEP.S153196') },
};
