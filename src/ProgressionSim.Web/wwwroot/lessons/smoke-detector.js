// Lesson 3: neurofilament before symptoms, and under treatment.

import { armOf, at, count, judge, judgeChoice, number, percent } from './reading.js';

const alarm = 1000;
const settings = { knockdown: 0.75, startMonths: 0, delayMonths: 6, silentLoss: true };

/** Months before symptoms at which the typical (median) untreated level has reached the alarm for good; `atLeast` when it had at the earliest month already. */
function warning(result) {
  const levels = armOf(result, 'untreated').neurofilament.p50;
  const zero = result.months.indexOf(0);
  if (levels[zero] < alarm) {
    return { months: 0, atLeast: false };
  }

  let first = zero;
  while (first > 0 && levels[first - 1] >= alarm) {
    first--;
  }

  return { months: -result.months[first], atLeast: first === 0 };
}

const warningText = ({ months, atLeast }) => `${atLeast ? 'at least ' : ''}${count(months, 'month')}`;

const slower = [
  { value: 'more', text: 'More warning: the alarm rings longer before the symptoms' },
  { value: 'same', text: 'The same warning' },
  { value: 'less', text: 'Less warning' },
];

const treated = [
  { value: 'rises', text: 'It goes on rising' },
  { value: 'stays', text: 'It stays about where it was (within 10 %)' },
  { value: 'falls', text: 'It falls below where it was' },
];

export const smokeDetector = {
  name: 'smoke-detector',
  title: 'The smoke detector',
  question: 'Can a substance in the body’s fluids warn before the first symptom?',
  goal: 'You can say what neurofilament shows and what it does not: how fast neurons are being lost, not how many are left, and not by itself how a person will do.',
  minutes: 15,
  sources: ['neurofilamentBefore', 'neurofilamentByGene', 'neurofilamentSpeed', 'atlas', 'valor'],
  steps: [
    {
      heading: 'Smoke',
      text: [
        'Neurofilament is a protein that gives nerve fibres their inner hold, like the steel in concrete. When a nerve fibre is damaged, neurofilament leaks out: first into the fluid around brain and spinal cord, then in small amounts into the blood. It can be measured in both.',
        'Think of a smoke detector. Smoke tells you that something is burning now, and how fiercely. It does not tell you how much of the house still stands.',
        `In the model, healthy people have about ${number(500)} pg/mL in the fluid around the spinal cord (a picogram, pg, is a millionth of a millionth of a gram). Let our alarm ring at ${number(alarm)}, twice as much.`,
      ],
      notes: [
        ['known', 'In people at risk, neurofilament rose about a year before symptoms; how long before differs by gene. But only ten to fourteen people were followed into the illness, so these times are uncertain.', 'neurofilamentBefore'],
        ['known', 'More neurofilament goes with faster decline.', 'neurofilamentSpeed'],
        ['assumed', 'The level of the alarm, and that the level follows the loss in the simple way of this model.'],
      ],
    },
    {
      heading: 'Your prediction',
      text: ['We take the fast form of ALS, without treatment, and the typical level: half of the people have more, half less.'],
      predict: { id: 'lead', kind: 'number', label: 'How many months before the first symptom does the typical level reach the alarm?', unit: 'month', min: 0, max: 12, step: 1 },
    },
    {
      heading: 'When the alarm rang',
      runs: [{ name: 'fast', what: 'population', state: { ...settings, speed: 2.7 } }],
      show: ['chart-neurofilament'],
      explain({ fast }, guesses) {
        const lead = warning(fast);
        const level = month => at(fast.months, armOf(fast, 'untreated').neurofilament.p50, month);
        return {
          verdict: judge(guesses.lead, lead.months, 1, value => count(value, 'month')),
          text: [
            `The typical level reaches the alarm ${warningText(lead)} before the first symptom. At the first symptom it is ${number(level(0))} pg/mL; a year later, among those alive, ${number(level(12))}.`,
            lead.months === 0 ? 'So in this run a typical person would have had no warning from this alarm.' : 'So there is a warning, in this model. In the fast form it is short: somebody who is tested once a year would mostly learn of it too late.',
          ],
        };
      },
    },
    {
      heading: 'A slower disease',
      text: ['Take a form of the disease that runs at less than a third of the speed, and the same alarm. Smoke comes from what is burning now, and in a slow fire less is burning at a time. On the other hand everything takes longer.'],
      predict: { id: 'slow', kind: 'choice', legend: 'How much warning does the same alarm give in the slow form?', choices: slower },
    },
    {
      heading: 'The slow fire',
      runs: [
        { name: 'fast', what: 'population', state: { ...settings, speed: 2.7 } },
        { name: 'slow', what: 'population', state: { ...settings, speed: 0.8 } },
      ],
      show: ['chart-neurofilament'],
      explain({ fast, slow }, guesses) {
        const [quick, long] = [warning(fast), warning(slow)];
        const right = long.months === quick.months ? 'same' : long.months > quick.months ? 'more' : 'less';
        return {
          verdict: judgeChoice(guesses.slow, right, slower),
          text: [
            `Fast form: ${warningText(quick)} of warning. Slow form: ${warningText(long)}.`,
            'Two things pull in opposite directions. Slow loss makes less smoke at a time, which delays the alarm. But the silent time before the symptoms is longer. Which one wins is a question of numbers, and the run has answered it for this model.',
            'In real life an alarm can ring for other reasons too, because other diseases and injuries of nerves also set neurofilament free. A single high value is not a diagnosis.',
          ],
        };
      },
    },
    {
      heading: 'And when a drug is given?',
      text: ['Back to the fast form. The invented drug lowers the harmful protein by three quarters, from the first symptoms on.'],
      predict: { id: 'treated', kind: 'choice', legend: 'Six months later, where is the typical level of those treated, against the day they began?', choices: treated },
    },
    {
      heading: 'Less smoke, and then?',
      runs: [{ name: 'fast', what: 'population', state: { ...settings, speed: 2.7 } }],
      show: ['chart-neurofilament', 'chart-alsfrs'],
      explain({ fast }, guesses) {
        const level = (name, month) => at(fast.months, armOf(fast, name).neurofilament.p50, month);
        const score = month => at(fast.months, armOf(fast, 'treated').alsfrs.mean, month);
        const change = level('treated', 6) / level('treated', 0) - 1;
        const right = change > 0.1 ? 'rises' : change < -0.1 ? 'falls' : 'stays';
        const against = 1 - level('treated', 6) / level('untreated', 6);
        const wayOf = value => `${percent(Math.abs(value))} ${value < 0 ? 'lower' : 'higher'}`;
        const points = score(0) - score(6);
        return {
          verdict: judgeChoice(guesses.treated, right, treated),
          text: [
            `Six months after the start the typical level is ${wayOf(change)} than on the first day, and ${wayOf(-against)} than in the untreated twins at the same moment. The two numbers differ because without the drug the level would not have stood still.`,
            points > 0
              ? `And yet the score of those alive has fallen in the same six months, on average by ${count(points, 'point', 1)} of the ALSFRS-R (the list of twelve questions about daily life, 48 when all is well). Less smoke is not the same as getting better.`
              : 'In this run the average score of those alive has not fallen in these six months. Check whether that is because the weakest have died: the chart shows only the living.',
            'Here this model is known to be too hopeful. In VALOR, the controlled trial of the antisense drug tofersen in another inherited form, neurofilament fell by more than half within 28 weeks, while the ALSFRS-R differed no more than chance allows. The model turns a falling level into slower decline sooner than that trial showed.',
          ],
        };
      },
    },
    {
      heading: 'Think on',
      questions: [
        { ask: 'Testing every month finds a rise early. What could speak against testing all carriers every month?', answer: 'It takes visits and blood for years, false alarms frighten, and waiting for a result weighs on people. A test helps most when something useful follows from it. In the ATLAS trial carriers agreed to monthly tests because a treatment was studied.' },
        { ask: 'Late in the disease neurofilament stops rising or even falls, although people get worse. How can that be?', answer: 'It shows how fast neurons are being lost. When few are left, few can be lost at a time. Also, those with the fastest disease, and the highest levels, have died and are no longer in the average.' },
        { ask: 'A company says: “Our drug lowers neurofilament by 60 %.” What do you ask next?', answer: 'Compared with what: the patients’ own start, or a control group? How many people, and were some chosen? Did they speak, walk and breathe better or live longer than those without the drug?' },
      ],
    },
  ],
};
