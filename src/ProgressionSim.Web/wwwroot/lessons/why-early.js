// Lesson 1: the same drug, begun earlier or later.

import { armOf, at, cost, count, interval, isClear, judge, judgeChoice, number, ofHundred } from './reading.js';

const end = 36;
const month = count(end, 'month');

const choices = [
  { value: 'more', text: 'It costs more than waiting after the symptoms' },
  { value: 'same', text: 'About the same, as far as this run can tell' },
  { value: 'less', text: 'It costs less than waiting after the symptoms' },
];

/** Whether the difference of two independent runs is more than their chance. */
function compare(first, second) {
  const error = Math.hypot(first.error, second.error);
  return Math.abs(second.value - first.value) < 1.96 * error ? 'same' : second.value > first.value ? 'more' : 'less';
}

const lost = result => cost(result, 'later', 'treated', 'alsfrsTotalDeathZero', end);

const settings = { knockdown: 0.75, speed: 2.7, silentLoss: true, delayMonths: 6 };

export const whyEarly = {
  name: 'why-early',
  title: 'Why early matters',
  question: 'The same drug, the same people: what does it change to begin half a year later?',
  goal: 'You can say what a later start costs in this model, in what unit, and why a drug that only slows the loss cannot give back what is gone.',
  minutes: 15,
  sources: ['disease', 'fusCourse', 'series', 'fusion', 'help'],
  steps: [
    {
      heading: 'What is lost, and how it is counted',
      text: [
        'A motor neuron is a nerve cell that makes a muscle move. It lies in the spinal cord or the brain stem and sends a long fibre to the muscle. In the disease ALS (amyotrophic lateral sclerosis) motor neurons die. Muscles that nobody commands any more become weak: hands, legs, the tongue, and in the end breathing. ALS is fatal.',
        'Doctors count what a person can still do with the ALSFRS-R, a list of twelve questions about daily life: speaking, writing, walking, breathing and so on. Each gives 0 to 4 points, so 48 means that everything works.',
        'On this page people are invented by a computer. They have a rare form of ALS that begins in youth and is fast. The drug is invented too: it lowers a harmful protein. Drugs that work this way exist; they are called antisense drugs, short strings of genetic letters that stop a cell from making one protein.',
      ],
      notes: [
        ['known', 'ALS is a disease in which motor neurons die, and it is fatal. Early onset of this form goes with a fast course.', 'fusCourse'],
        ['assumed', 'That a lost neuron never comes back, and that the drug slows the loss and lets some stressed neurons recover, no more.'],
        ['assumed', 'How well the drug works. Nobody has measured this for any drug in this form of ALS. Ulefnersen, a real antisense drug for it, has been given to a few people without a control group; its controlled trial has not reported.', 'series'],
      ],
    },
    {
      heading: 'Your prediction',
      text: [
        'Every invented person lives three times with the same luck: once without the drug, once with the drug from the first symptoms on, and once with the drug from six months later on.',
        `We look ${month} after the first symptoms. Somebody who has died counts with 0 points.`,
      ],
      predict: { id: 'cost', kind: 'number', label: 'How many ALSFRS-R points lower, on average, do those end who began six months later?', unit: 'point', min: 0, max: 30, step: 1 },
    },
    {
      heading: 'What waiting cost',
      runs: [{ name: 'atSymptoms', what: 'population', state: { ...settings, startMonths: 0 } }],
      show: ['answer', 'chart-alsfrs', 'chart-survival', 'neurons'],
      look: () => ({ month: 12 }),
      explain({ atSymptoms }, guesses) {
        const points = lost(atSymptoms);
        const alive = name => at(atSymptoms.months, armOf(atSymptoms, name).alive.mean, end);
        const lead = isClear(points)
          ? `Those who began later end ${count(points.value, 'point', 1)} lower ${interval(points)}.`
          : `With so few patients, the run cannot tell whether the later start costs points: the difference is ${number(points.value, 1)} ${interval(points)}.`;
        return {
          verdict: judge(guesses.cost, points.value, 1.5, value => count(value, 'point', Number.isInteger(value) ? 0 : 1)),
          text: [
            `${lead} The interval says how much the luck of this simulation matters. It does not say whether the model is right.`,
            'A mean hides people. So look at lives as well:',
          ],
          then: ['The drug slows the loss from the day it is there. What was lost before stays lost. In this model, that is why the start matters.'],
          bars: {
            caption: `Alive ${month} after the first symptoms, of 100`,
            max: 1,
            rows: [['without the drug', alive('untreated')], ['begun at the first symptoms', alive('treated')], ['begun six months later', alive('later')]]
              .map(([label, value]) => ({ label, value, text: ofHundred(value) })),
          },
        };
      },
    },
    {
      heading: 'And before the symptoms?',
      text: [
        'Some people know that they carry the gene variant. In principle they could be treated before they feel anything. Now compare a start six months before the first symptoms with a start at the first symptoms. Again six months of waiting.',
      ],
      predict: { id: 'before', kind: 'choice', legend: 'What do these six months of waiting, before the symptoms, cost?', choices },
    },
    {
      heading: 'Waiting before the symptoms',
      runs: [
        { name: 'atSymptoms', what: 'population', state: { ...settings, startMonths: 0 } },
        { name: 'before', what: 'population', state: { ...settings, startMonths: -6 } },
      ],
      show: ['answer', 'chart-alsfrs', 'chart-survival', 'neurons'],
      explain({ atSymptoms, before }, guesses) {
        const [after, early] = [lost(atSymptoms), lost(before)];
        const right = compare(after, early);
        const start = armOf(before, 'treated');
        const clamped = start.startedAtBiologicalOnset / before.analysed;
        return {
          verdict: judgeChoice(guesses.before, right, choices),
          text: [
            `Six months of waiting after the first symptoms cost ${count(after.value, 'point', 1)} ${interval(after)}; the six months before them cost ${number(early.value, 1)} ${interval(early)}.`
              + (right === 'same' ? ' With this number of patients the two cannot be told apart. That does not prove that they are equal.' : ''),
            ...(clamped > 0 ? [`In ${number(100 * clamped)} of 100 people the disease itself had not begun six months before the symptoms. Nobody is treated before it begins, so their real head start was shorter.`] : []),
            'Do not read this as a rule for real people. It holds for this model, this form of the disease and this invented drug. How many neurons are really lost before the first symptoms is disputed: that is the next lesson.',
          ],
        };
      },
    },
    {
      heading: 'Think on',
      questions: [
        { ask: 'Why do the dead count with 0 points instead of being left out?', answer: 'If they were left out, a drug that keeps very weak people alive would look bad: their low scores would pull its mean down, while in the other group such people are missing. Counting 0 keeps everybody in the comparison.' },
        { ask: 'After three years, many with the early start have died too. What does that say about a drug that slows?', answer: 'Slowing is not stopping. The loss goes on, more slowly, so time is gained, not a cure. How much time depends on how strong the drug is, which is an assumption here: change it and see.' },
        { ask: 'Would a large cost of waiting alone be a reason to treat healthy carriers of the gene variant?', answer: 'No. One must also know that the drug works, what harm it does, how sure it is that the person will fall ill, and when. Treatments into the spinal canal have risks, and a carrier may stay well for decades.' },
      ],
    },
  ],
};
