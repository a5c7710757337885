// Lesson 4: one patient, many futures.

import { armOf, at, count, judge, lifeOf, number, percent } from './reading.js';

const futures = 20;
const settings = { knockdown: 0.4, speed: 2.7, startMonths: 0, delayMonths: 6, silentLoss: true };

const lives = (result, name) => result.courses.map(course => lifeOf(result.months, armOf(course, name)));

const lifeText = life => (life.atLeast ? `alive after ${count(life.months, 'month')}` : count(life.months, 'month'));

/** Shortest and longest life of all futures. */
function span(result, name) {
  const sorted = lives(result, name).sort((a, b) => a.months - b.months);
  return { shortest: sorted[0], longest: sorted.at(-1), months: sorted.at(-1).months - sorted[0].months };
}

/** Lowest and highest score of all futures in which the untreated person is alive at a month, as text. */
function scoresText(result, month) {
  const scores = result.courses.map(course => at(result.months, armOf(course, 'untreated').alsfrs, month)).filter(score => score !== null);
  return scores.length > 0 ? `between ${number(Math.min(...scores))} and ${number(Math.max(...scores))}` : 'none, because nobody is alive';
}

/** Of all pairs of a future in an arm and an untreated one with different luck: the share in which the first is longer, or shorter, counted in whole months; ties are the rest. */
function pairs(result, name) {
  const [first, second] = [lives(result, name), lives(result, 'untreated')];
  let [longer, shorter, all] = [0, 0, 0];
  first.forEach((mine, i) => second.forEach((other, j) => {
    if (i !== j) {
      all++;
      longer += mine.months > other.months ? 1 : 0;
      shorter += mine.months < other.months ? 1 : 0;
    }
  }));
  return { longer: longer / all, shorter: shorter / all };
}

export const chance = {
  name: 'chance',
  title: 'Chance: one patient, many futures',
  question: 'The same person, the same disease, the same day: how different can the future be?',
  goal: 'You can tell apart what differs between people from what chance does within one, and say why a single story, good or bad, cannot show that a drug works.',
  minutes: 12,
  sources: ['oneHit', 'series', 'firstPatient'],
  steps: [
    {
      heading: 'Dice in every cell',
      text: [
        'Each motor neuron (a nerve cell that makes a muscle move) has a certain chance to be lost in the next days. Which ones are lost, nobody can know. It is like throwing a die for each of them, again and again.',
        'Usually a person lives one future. A computer can let the same person live again: same age, same speed of the disease, same place where it begins, only the dice fall differently.',
      ],
      notes: [
        ['known', 'In several inherited diseases of the nervous system, neurons seem to die at random moments, each with a steady risk.', 'oneHit'],
        ['assumed', 'That the rest of life adds no chance of its own: no accidents, infections or better care. So real futures differ more than these.'],
      ],
    },
    {
      heading: 'Your prediction',
      text: [
        `We take one invented person with the fast form of ALS, without treatment, and look at ${futures} futures. The simulation ends ${count(36, 'month')} after the first symptoms; who lives longer counts as ${number(36)}.`,
      ],
      predict: { id: 'span', kind: 'number', label: 'How many months lie between the shortest and the longest of these lives?', unit: 'month', min: 0, max: 36, step: 1 },
    },
    {
      heading: `${futures} futures`,
      runs: [{ name: 'futures', what: 'futures', patient: 0, count: futures, state: settings }],
      show: [],
      draw: ({ futures: result }, container, page) => page.drawFutures(container, result),
      explain({ futures: result }, guesses) {
        const { shortest, longest, months } = span(result, 'untreated');
        return {
          verdict: judge(guesses.span, months, 3, value => count(value, 'month')),
          text: [
            `Without treatment: shortest life ${lifeText(shortest)} after the first symptoms, longest ${lifeText(longest)}. It is the same person each time, so nothing but chance makes the difference.`,
            months > 6
              ? 'So if a doctor could know everything about a patient except how the dice fall, there would still be a wide range of possible answers to the question “how long?”'
              : 'For this person chance does little: the disease is so fast, or so slow, that the dice hardly matter. Others differ more. Try another patient on the main page.',
            `The scores at the first symptoms lie ${scoresText(result, 0)}, six months later ${scoresText(result, 6)} (of 48; the ALSFRS-R counts what a person can still do). Small differences early on can grow, because each affected part of the body endangers its neighbours. And the last throw, the moment of death, is a single one: nothing evens it out.`,
          ],
        };
      },
    },
    {
      heading: 'One treated, one not',
      text: [
        `Now imagine two identical twins with the same disease. One gets an invented drug from the first symptoms on. It is a weak one: it lowers the harmful protein by ${percent(settings.knockdown)}. The other does not. Their dice fall differently, as in real life.`,
        'We form all pairs of a treated and an untreated future.',
      ],
      predict: { id: 'pairs', kind: 'number', label: 'In how many of 100 such pairs does the treated twin NOT live longer?', unit: 'pair', min: 0, max: 100, step: 1 },
    },
    {
      heading: 'What one pair can show',
      runs: [{ name: 'futures', what: 'futures', patient: 0, count: futures, state: settings }],
      show: [],
      draw: ({ futures: result }, container, page) => page.drawFutures(container, result),
      explain({ futures: result }, guesses) {
        const { longer, shorter } = pairs(result, 'treated');
        const none = pairs(result, 'untreated');
        const not = 1 - longer;
        return {
          verdict: judge(guesses.pairs, Math.round(100 * not), 7, value => `${number(value)} of 100 pairs`),
          text: [
            `The treated twin lives longer in ${percent(longer)} of the pairs, shorter in ${percent(shorter)}, and in the rest both are equal or both outlive the simulation.`,
            not > 0.03
              ? `In this model the drug works: we built it so. Even so, a single pair can point the wrong way or show nothing. And if neither twin were treated, one would still outlive the other by a month or more in ${percent(none.longer + none.shorter)} of the pairs.`
              : 'Here the assumed drug is so strong for this person that hardly any pair hides it. With a weaker drug this changes quickly: make it weaker on the main page.',
            'Of the first people treated with ulefnersen, a real antisense drug (one that stops cells from making a certain protein), one walked again; most kept declining; some died. Each story is true. None of them, alone, can say what the drug did. For that one needs many people, and others who did not get it.',
          ],
          bars: {
            caption: 'Pairs of futures with different luck',
            max: 1,
            rows: [
              { label: 'treated twin lives longer', value: longer, text: percent(longer) },
              { label: 'treated twin lives shorter', value: shorter, text: percent(shorter) },
              { label: 'equal, or both outlive the simulation', value: 1 - longer - shorter, text: percent(1 - longer - shorter) },
            ],
          },
        };
      },
    },
    {
      heading: 'Think on',
      questions: [
        { ask: 'A newspaper tells of one person who recovered after an experimental treatment. What would you want to know before you believe that the drug did it?', answer: 'How many others were treated and how they did; whether people recover like this without the drug; how the person was chosen for the story. The hope is real, and so is the possibility that chance did it.' },
        { ask: 'Why do the many dice nearly cancel, and the last one not?', answer: 'When a thousand neurons each have a chance of one in ten, close to a hundred are lost every time: ups and downs even out. Death is one event in one person, and nothing evens it out.' },
        { ask: 'Which differences between real patients are NOT chance in this sense?', answer: 'Speed of the disease, age, gene variant, where it begins, care and support. They differ between people from the start. Both kinds add up in what a doctor sees.' },
      ],
    },
  ],
};
