// Lesson 5: what a counterfactual is.

import { armOf, at, count, difference, interval, isClear, judge, number } from './reading.js';

const look = 12;
const settings = { knockdown: 0.75, speed: 2.7, startMonths: 0, delayMonths: 6, silentLoss: true };

const choices = [
  { value: 'harm', text: 'The drug harmed' },
  { value: 'nothing', text: 'The drug did nothing' },
  { value: 'unknown', text: 'One cannot know from this' },
  { value: 'helped', text: 'The drug helped' },
];

/** The first patient who is alive in both lives when we look and has lost points under treatment, and the scores; undefined when there is none. */
function pairOf({ months, courses }) {
  return courses
    .map((course, i) => ({ patient: i + 1, scores: ['treated', 'untreated'].map(name => armOf(course, name).alsfrs) }))
    .map(({ patient, scores: [treated, untreated] }) => ({ patient, before: at(months, treated, 0), treated: at(months, treated, look), untreated: at(months, untreated, look) }))
    .find(({ before, treated, untreated }) => before !== null && treated !== null && untreated !== null && treated < before);
}

/** How many times as many people a comparison of strangers needs to be as precise as one of twins. */
function timesAsMany(result) {
  const twins = difference(result, 'treated', 'untreated', 'alsfrsTotalDeathZero', look);
  const errorOf = name => at(result.months, armOf(result, name).alsfrsDeathZero.standardError, look);
  const strangers = Math.hypot(errorOf('treated'), errorOf('untreated'));
  return { twins, strangers, times: (strangers / twins.error) ** 2 };
}

export const twins = {
  name: 'twins',
  title: 'Twins: what would have happened otherwise',
  question: 'How can one know what a drug did, when nobody lives twice?',
  goal: 'You can say what a counterfactual is, why “before and after” misleads in a disease that gets worse by itself, and what a control group and drawing lots are for.',
  minutes: 12,
  sources: ['series', 'fusion', 'valor'],
  steps: [
    {
      heading: 'A life that nobody sees',
      text: [
        'You take a pill and the headache goes. Did the pill do it? To know, you would have to live the same hour again without the pill. What would have happened otherwise is called the counterfactual: against the facts. In real life nobody can see it.',
        'A simulation can. Each person on this page lives several times: the same body, the same disease, the same luck for every motor neuron (the nerve cells that make muscles move). Only the treatment differs. We call these lives twins. Whatever differs between them was done by the treatment, because nothing else differs.',
      ],
    },
    {
      heading: 'Your prediction',
      text: [
        'Here is an invented person with the fast form of ALS, treated from the first symptoms on. We count with the ALSFRS-R, twelve questions about daily life; 48 points mean that everything works. After a year under the drug the score is lower than on the day it began.',
      ],
      predict: { id: 'before', kind: 'choice', legend: 'The score fell under treatment. What do you conclude?', choices },
    },
    {
      heading: 'The life we usually do not see',
      runs: [{ name: 'courses', what: 'courses', patients: 8, state: settings }],
      show: ['neurons'],
      look: ({ courses }) => ({ patient: pairOf(courses)?.patient ?? 1, month: look }),
      explain({ courses }, guesses) {
        const pair = pairOf(courses);
        if (pair === undefined) {
          return { verdict: 'Among the people of this run nobody was alive in both lives with a lower score after a year, so there is no pair to show. Go on to the next step.', text: [] };
        }

        const { before, treated, untreated } = pair;
        const gained = treated - untreated;
        return {
          verdict: guesses.before === 'unknown'
            ? 'You said that one cannot know from this. That is right.'
            : `From this alone one cannot know.${guesses.before ? ` You said: “${choices.find(choice => choice.value === guesses.before).text}”.` : ''}`,
          text: [
            `The score fell from ${number(before)} to ${number(treated)}: minus ${count(before - treated, 'point')}. Taken alone, this says nothing about the drug, because without it the score would have changed too.`,
            `Now the twin: the same person, the same luck, no drug. Score after a year: ${number(untreated)}.`,
            gained > 0
              ? `So in this life the drug made a difference of ${count(gained, 'point')} for the better, although “before and after” shows a fall.`
              : gained < 0
                ? `So in this life the score is ${count(-gained, 'point')} lower with the drug. A score is noisy: the same person scores a point or two differently on another day. One pair is not enough, even with twins.`
                : 'So in this life both scores are the same. A score is noisy, and one pair is not enough, even with twins.',
          ],
          bars: {
            caption: 'ALSFRS-R of this person (of 48)',
            max: 48,
            rows: [['on the day of the first symptoms', before], ['a year later, treated', treated], ['a year later, the untreated twin', untreated]]
              .map(([label, value]) => ({ label, value, text: number(value) })),
          },
        };
      },
    },
    {
      heading: 'Twins or strangers',
      text: [
        'A real trial has no twins. It compares strangers: one group gets the drug, another gets a placebo, something that looks the same and holds no drug. Strangers differ in many things. That blurs the comparison, and the cure is more people.',
        'Let us compare the same two treatments twice: each person with their own twin, and one group with another group of strangers.',
      ],
      predict: { id: 'times', kind: 'number', label: 'How many times as many people do strangers need, to be as exact as twins?', unit: 'time', min: 1, max: 20, step: 0.5 },
    },
    {
      heading: 'The price of having no twin',
      runs: [{ name: 'population', what: 'population', state: settings }],
      show: ['chart-alsfrs', 'chart-survival'],
      explain({ population }, guesses) {
        const { twins: effect, strangers, times } = timesAsMany(population);
        const wide = { low: effect.value - 1.96 * strangers, high: effect.value + 1.96 * strangers };
        return {
          verdict: judge(guesses.times, times, 0.75, value => `${number(value, 1)} times as many`),
          text: [
            `With twins, the drug is worth ${count(effect.value, 'point', 1)} after a year ${interval(effect, 2)}. With as many strangers in each group the answer would be as right on average, but less exact: the interval would be about ${number(wide.low, 1)} to ${number(wide.high, 1)}.`
              + (isClear(effect) ? '' : ' Even with twins, no effect is within the interval here.'),
            times > 1
              ? `To make up for it one needs about ${number(times, 1)} times as many people. That is the price of having no twin.`
              : 'In this run twins were no more exact than strangers. That happens when chance after the start outweighs everything people bring with them.',
            'Strangers are only fair if the groups are alike at the start. Drawing lots (randomising) sees to that on average, also for things nobody has thought of. If doctors or patients chose, the fitter or the more desperate might end up in one group, and no number of people would repair it.',
          ],
        };
      },
    },
    {
      heading: 'Think on',
      questions: [
        { ask: 'Why can the series of twelve people treated with ulefnersen not say how well it works?', answer: 'There was no control group. Nobody knows how these twelve would have done without it, and people with this disease differ widely. That is why a controlled trial, FUSION, was set up; it has not reported yet.' },
        { ask: 'Is it fair that some people in a trial get a placebo?', answer: 'This is a serious question with more than one answer. If nobody knows whether a drug helps or harms, the lot gives everybody the same chance. Trials for fast, fatal diseases soften it: more people on the drug than on placebo, a switch to the drug when somebody gets much worse, and the drug for all at the end.' },
        { ask: 'Even a computer’s twins rest on an assumption. Which?', answer: 'That the model describes the disease well enough. Twins make a comparison exact within the model; they do not make the model true.' },
      ],
    },
  ],
};
