// Lesson 2: compensation, and the dispute about silent loss.

import { armOf, at, cost, count, interval, judge, judgeChoice, median, number, percent } from './reading.js';

const end = 36;

const choices = [
  { value: 'more', text: 'Then waiting costs more than without a reserve' },
  { value: 'same', text: 'It makes no difference that this run could see' },
  { value: 'less', text: 'Then waiting costs less than without a reserve' },
];

/** Share of motor neurons that are no longer healthy at the first symptom, in the region that is worst off; one value a patient. */
function affectedAtOnset(courses) {
  const month = courses.months.indexOf(0);
  return courses.courses
    .map(course => armOf(course, 'untreated'))
    .filter(arm => arm.healthy[0][month] !== null)
    .map(arm => Math.max(...arm.healthy.map((healthy, region) => 1 - healthy[month] / courses.neuronsPerRegion[region])));
}

// As many single patients as the engine keeps.
const people = 12;

const settings = { knockdown: 0.75, speed: 2.7, startMonths: 0, delayMonths: 6 };
const withReserve = { ...settings, silentLoss: true };
const withoutReserve = { ...settings, silentLoss: false };

export const hiddenReserve = {
  name: 'hidden-reserve',
  title: 'The hidden reserve',
  question: 'How many motor neurons are already affected when a person notices the first weakness?',
  goal: 'You can explain how a reserve can hide a loss, name what speaks for and against it in ALS, and say how much an answer rests on an assumption.',
  minutes: 15,
  sources: ['sprouting', 'carriersNormal', 'mouse', 'firstPatient'],
  steps: [
    {
      heading: 'Neighbours help out',
      text: [
        'One motor neuron commands a group of muscle fibres. Neuron and fibres together are a motor unit. When a motor neuron (the nerve cell that makes a muscle move) dies, its fibres lose their command.',
        'But neighbours can help: a surviving neuron grows new branches to fibres that have lost theirs. This is called compensation. Strength then stays normal for a while although neurons are missing. The loss is silent.',
        'It cannot go on for ever. A neuron can only take over so many fibres. When this reserve is used up, weakness shows.',
      ],
      notes: [
        ['known', 'Motor units do grow in ALS: a surviving neuron can hold several times its usual territory.', 'sprouting'],
        ['disputed', 'Whether many neurons are lost before the first symptom in ALS. In people who carry SOD1 variants and are well, the number of motor units was normal. That speaks for a sudden loss near the first symptoms.', 'carriersNormal'],
        ['disputed', 'In mice with the disease, strength fell together with the motor units, weeks before the animals looked ill. That speaks for little compensation, at least in fast muscles of mice.', 'mouse'],
      ],
    },
    {
      heading: 'Your prediction',
      text: [
        'In the model, a neuron is healthy, stressed (it still lives, but has partly lost contact with its muscle and may recover) or lost. Affected means stressed or lost.',
        'The model has four body regions: mouth and throat, arms, breathing, legs. The disease starts in one of them. Switch the reserve on, and look at the worst region at the very moment of the first symptom.',
      ],
      predict: { id: 'share', kind: 'number', label: 'How many of 100 motor neurons of that region are affected at the first symptom?', unit: 'neuron', min: 0, max: 100, step: 1 },
    },
    {
      heading: 'What was hidden',
      runs: [
        { name: 'coursesOff', what: 'courses', patients: people, state: withoutReserve },
        { name: 'coursesOn', what: 'courses', patients: people, state: withReserve },
      ],
      show: ['neurons'],
      look: () => ({ month: 0 }),
      explain({ coursesOn, coursesOff }, guesses) {
        const [on, off] = [median(affectedAtOnset(coursesOn)), median(affectedAtOnset(coursesOff))];
        return {
          verdict: judge(guesses.share, Math.round(100 * on), 8, value => count(value, 'neuron')),
          text: [
            `With the reserve, the typical one of ${affectedAtOnset(coursesOn).length} people has ${number(100 * on)} of 100 neurons of the worst region affected at the first symptom. Without it, ${number(100 * off)} of 100.`,
            on > off
              ? `So in this model the reserve hides about ${number(100 * (on - off))} more of 100 neurons before anybody notices. The first symptom is not the beginning of the disease; it is the moment the reserve runs short.`
              : 'In this run the reserve did not hide more. That is not what the model usually does: run it again with another seed, and ask why.',
            'How big the reserve is was fitted to what is known about ALS as a whole. It was not measured in this form. The dispute is about exactly this number.',
          ],
          bars: {
            caption: 'Affected at the first symptom in the worst region (typical person)',
            max: 1,
            rows: [{ label: 'with a reserve', value: on, text: percent(on) }, { label: 'without a reserve', value: off, text: percent(off) }],
          },
        };
      },
    },
    {
      heading: 'Does it matter for the start of treatment?',
      text: [
        'Suppose a drug is begun at the first symptoms, or six months later. The drug is invented: it lowers the harmful protein. Suppose now that the reserve is real.',
      ],
      predict: { id: 'matters', kind: 'choice', legend: 'What if there is a reserve?', choices },
    },
    {
      heading: 'The same wait, with and without a reserve',
      runs: [
        { name: 'without', what: 'population', state: withoutReserve },
        { name: 'with', what: 'population', state: withReserve },
      ],
      show: ['answer', 'chart-alsfrs', 'chart-survival'],
      explain({ with: withResult, without }, guesses) {
        const [on, off] = [withResult, without].map(result => cost(result, 'later', 'treated', 'alsfrsTotalDeathZero', end));
        const isSame = Math.abs(on.value - off.value) < 1.96 * Math.hypot(on.error, off.error);
        const right = isSame ? 'same' : on.value > off.value ? 'more' : 'less';
        const alive = result => at(result.months, armOf(result, 'untreated').alive.mean, 12);
        return {
          verdict: judgeChoice(guesses.matters, right, choices),
          text: [
            `Waiting six months costs ${count(on.value, 'point', 1)} of the ALSFRS-R (the list of twelve questions, 48 points when all is well) with a reserve ${interval(on)} and ${number(off.value, 1)} without one ${interval(off)}, three years after the first symptoms. The dead count 0.`,
            isSame
              ? 'The intervals leave room for no difference at all. An assumption can be important for one question and hardly matter for another.'
              : 'So the size of the answer rests on an assumption that is disputed. An honest report shows both.',
          ],
          then: [
            `Look also at the untreated: a year after the first symptoms ${number(100 * alive(withResult))} of 100 live with a reserve and ${number(100 * alive(without))} without. The same clock, “months since the first symptoms”, starts at another point of the disease.`,
            'This is why the page has a switch for silent loss. Whoever shows you only one of the two has made the decision for you.',
          ],
          bars: {
            caption: 'Points that six months of waiting cost',
            max: Math.max(on.value, off.value, 1),
            rows: [{ label: 'with a reserve', value: on.value, text: number(on.value, 1) }, { label: 'without a reserve', value: off.value, text: number(off.value, 1) }],
          },
        };
      },
    },
    {
      heading: 'Think on',
      questions: [
        { ask: 'People without symptoms had normal numbers of motor units. Why does this not settle the dispute?', answer: 'They were looked at once, most perhaps years before any illness; a loss in the last months would be missed. They carried SOD1 variants, not FUS. And a method that counts motor units is not exact.' },
        { ask: 'Where else do you know a reserve that hides a loss until it is used up?', answer: 'For example kidneys, of which one can be missing without a symptom, or money in a savings account that hides an income that is too small. The common point: what one can see stays normal while what carries it shrinks.' },
        { ask: 'What could be measured to settle it?', answer: 'Motor units and neurofilament in the same carriers, again and again, from before the first symptoms until after them. Such studies need many years and many volunteers, because few people carry the variants.' },
      ],
    },
  ],
};
