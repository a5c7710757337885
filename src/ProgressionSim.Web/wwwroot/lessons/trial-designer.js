// Lesson 6: design a trial and run it a hundred times.

import { count, judge, mean, number } from './reading.js';

const design = { patients: 40, knockdown: 0.5, enrolment: 'early' };
const trials = value => `${count(value, 'trial')} of 100`;

export const trialDesigner = {
  name: 'trial-game',
  title: 'The trial designer’s game',
  question: 'How many patients must a trial have to find out whether a drug works?',
  goal: 'You can say what power and a false alarm are, why small trials of drugs that work often miss it, and why their lucky finds look too good.',
  minutes: 20,
  sources: ['jointRank', 'joint', 'fusion', 'valor', 'help'],
  steps: [
    {
      heading: 'What a trial does',
      text: [
        'A trial draws lots: half of the patients get the drug, half a placebo, something that looks the same and holds no drug. Then one waits and compares. Chance is always in it: one group may just have been luckier.',
        'At the end every patient with the drug is compared with every patient with placebo. Who lived longer did better. If both are alive, the one who lost fewer points of the ALSFRS-R did better (twelve questions about daily life, 48 points when all is well). If the drug group wins so many more of these pairs that luck alone would rarely do it, the trial “finds an effect”.',
        '“Rarely” has a meaning that everybody agrees on before: if the drug did nothing, luck may favour one of the groups so much in 5 of 100 trials, about half of them in favour of the drug. And power is how often a trial finds an effect that is really there.',
      ],
      notes: [
        ['assumed', 'The drug is invented, so here we know what no real trial knows: whether it works. That is why we can count how often a trial is right.'],
        ['known', 'Such trials are hard in this disease: the real trial of ulefnersen, FUSION, could plan for at most 95 people from many countries, because so few have this form.', 'fusion'],
      ],
    },
    {
      heading: 'Your prediction',
      text: [
        'Your first design: 40 patients in all, enrolled one to four months after the first symptoms, seen for 24 weeks. The drug works: it halves the harmful protein. We run this trial a hundred times, each time with other patients.',
      ],
      predict: { id: 'power', kind: 'number', label: 'In how many of 100 trials is the effect found?', unit: 'trial', min: 0, max: 100, step: 1 },
    },
    {
      heading: 'One hundred trials',
      runs: [{ name: 'trial', what: 'trial', design }],
      show: [],
      drawTrials: 'effect',
      explain({ trial }, guesses) {
        const found = trial.estimates.filter(estimate => estimate.significant).map(estimate => estimate.difference);
        const lucky = found.length > 0 ? mean(found) : null;
        const all = mean(trial.estimates.map(estimate => estimate.difference).filter(difference => difference !== null));
        const missed = trial.trials - trial.found;
        const pairs = benefit => number(50 + 50 * benefit);
        return {
          verdict: judge(guesses.power, trial.found, 8, trials),
          text: [
            `The drug works in every one of these trials, and yet ${count(missed, 'trial')} of ${trial.trials} did not find it. `
              + (missed > 0 ? '“No effect was found” is not the same as “there is no effect”.' : 'So this design hardly ever misses it.'),
            ...(lucky === null ? [] : [
              `Look at the size of the effect. On average over all trials the treated did better in about ${pairs(all)} of 100 pairs. In the trials that found it, in ${pairs(lucky)}. `
                + (lucky > all + 0.005
                  ? 'Trials that find something are, on average, those that were lucky. If only they are published, the world believes in a better drug than there is.'
                  : 'Here nearly every trial finds it, so hardly any luck is needed. In smaller trials the lucky ones look clearly too good.'),
            ]),
            'With a hundred trials the count itself is uncertain: up to ten trials more or fewer. Another seed gives another count.',
          ],
        };
      },
    },
    {
      heading: 'And if the drug does nothing?',
      text: ['The same trial, the same patients. But now the drug does nothing at all, in nobody.'],
      predict: { id: 'alarm', kind: 'number', label: 'In how many of 100 trials does the analysis “find” that the drug helps, all the same?', unit: 'trial', min: 0, max: 100, step: 1 },
    },
    {
      heading: 'False alarms',
      runs: [{ name: 'trial', what: 'trial', design }],
      show: [],
      drawTrials: 'noEffect',
      explain: ({ trial }, guesses) => ({
        verdict: judge(guesses.alarm, trial.foundInNoEffect, 2, trials),
        text: [
          `${count(trial.foundInNoEffect, 'trial')} of ${trial.trials} gave a false alarm: the treated did better, by luck alone. The rule allows 2 or 3 of 100 on average (and as many in which the treated do worse by luck; we do not count those here). `
            + (trial.foundInNoEffect <= 6 ? 'This run agrees with that within its chance.' : 'This run has more than one mostly sees (0 to 6): look at more trials before you conclude anything.'),
          'Could one not forbid false alarms? Yes, by demanding more before one says “found”. Then more drugs that work are missed. There is no rule without either error; there are only more patients, stronger drugs or better moments.',
        ],
      }),
    },
    {
      heading: 'Now you design',
      text: [
        'Your task: find a design that finds the drug in at least 80 of 100 trials with as few patients as possible. Patients are people who give their time, and in this disease time is short. Guess before each round.',
        'Three things to try: more patients, a stronger drug (a designer cannot choose that, only hope for it), and another moment: patients enrolled early or late after their first symptoms.',
      ],
      game: true,
      show: [],
    },
    {
      heading: 'Think on',
      questions: [
        { ask: 'Enrolling late, did you find the effect more often or less often than enrolling early with the same patients and drug? Why?', answer: 'Look at your own table; it depends on the numbers. Two things change at once. A drug that slows has less left to save. And those who can be enrolled late are those who lived so long: their disease is slower, so they lose less within the trial and are harder to tell apart.' },
        { ask: 'A trial with 20 patients found nothing. A newspaper writes: “Drug does not work.” What is wrong?', answer: 'A trial that small misses many drugs that work. One must ask: which effects could it have found, and how often? The interval of its estimate says which effects are still possible.' },
        { ask: 'Twenty groups test twenty drugs that do nothing. What will be in the newspaper?', answer: 'In one direction or the other, 5 false alarms in 100 are allowed, so one expects about one among twenty, and it is the one that gets into the newspaper. This is why a single small positive trial is repeated before it is believed, and why trials are registered before they begin.' },
        { ask: 'Does the power in this game say how likely FUSION is to succeed?', answer: 'No. The drug, its strength and these patients are invented. Power is the answer to an “if”. Nobody knows whether the “if” is true for ulefnersen.' },
      ],
    },
  ],
};
