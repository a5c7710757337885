// The trial designer's game: choose a design, guess, run a hundred trials, compare.

import { count, number } from '../lessons/reading.js';
import { el } from './dom.js';

const trials = 100;

const enrolments = {
  early: { text: '1 to 4 months after the first symptoms', min: 1, max: 4 },
  late: { text: '9 to 12 months after the first symptoms', min: 9, max: 12 },
};

const options = [
  { name: 'patients', legend: 'Patients in all', values: [20, 40, 80, 120].map(value => ({ value, text: `${value}` })) },
  {
    name: 'knockdown', legend: 'How much the drug lowers the harmful protein',
    values: [[0.25, 'by a quarter'], [0.5, 'by half'], [0.75, 'by three quarters']].map(([value, text]) => ({ value, text })),
  },
  { name: 'enrolment', legend: 'Patients are enrolled', values: Object.entries(enrolments).map(([value, { text }]) => ({ value, text })) },
];

/** Settings of the engine for a design. */
const trialSettings = (design, seed) => ({
  scenario: 'trial-game',
  sets: [
    `trial.patients=${design.patients}`,
    `treatments.assumedDrug.knockdown=${design.knockdown}`,
    `population.enrolmentMonths.min=${enrolments[design.enrolment].min}`,
    `population.enrolmentMonths.max=${enrolments[design.enrolment].max}`,
    `seed=${seed}`,
  ],
});

/** What a running engine is busy with. */
export const progressText = ({ stage, done, total }) => `Running: ${number(done)} of ${number(total)} ${stage}`;

/** Runs a hundred trials of a design. */
export const runTrials = (page, design, onProgress) => page.engine.trial(trialSettings(design, page.state.seed), { trials }, onProgress);

const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }

  element.append(...children);
  return element;
};

/** A hundred squares, as many filled as trials that found something. */
export function squares(found, all, caption) {
  const grid = el('div', { className: 'squares', role: 'img', 'aria-label': `${caption}: ${found} of ${all}` });
  for (let i = 0; i < all; i++) {
    grid.append(el('span', { className: i < found ? 'found' : 'missed', ariaHidden: 'true' }));
  }

  return el('figure', { className: 'lesson-figure' },
    el('figcaption', {}, `${caption}: ${found} of ${all}`), grid);
}

/** Estimate and interval of every trial as a picture, with its table. */
export function estimatesFigure(result) {
  const [width, height, top, bottom] = [640, 220, 10, 10];
  const x = trial => 34 + ((trial + 0.5) / result.estimates.length) * (width - 40);
  const y = value => top + ((1 - value) / 2) * (height - top - bottom);
  const picture = svg('svg', {
    viewBox: `0 0 ${width} ${height}`, role: 'img',
    'aria-label': `Net benefit and its 95 % interval in each of ${result.trials} trials. ${result.found} leave out zero on the side of the drug. The table below holds the numbers.`,
  });
  for (const value of [-1, -0.5, 0, 0.5, 1]) {
    picture.append(
      svg('line', { x1: 34, x2: width, y1: y(value), y2: y(value), class: value === 0 ? 'zero' : 'grid' }),
      svg('text', { x: 28, y: y(value) + 4, 'text-anchor': 'end' }, number(value, value % 1 === 0 ? 0 : 1)));
  }

  result.estimates.forEach(({ difference, low, high, significant }, trial) => {
    if (difference === null) {
      return;
    }

    const kind = significant ? 'found' : 'missed';
    picture.append(
      svg('line', { x1: x(trial), x2: x(trial), y1: y(Math.max(low, -1)), y2: y(Math.min(high, 1)), class: kind }),
      svg('circle', { cx: x(trial), cy: y(difference), r: 2.6, class: kind }));
  });

  const table = el('table', {},
    el('caption', {}, 'Estimate of each trial'),
    el('thead', {}, el('tr', {}, ...['Trial', 'Net benefit', '95 % interval', 'Effect found'].map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...result.estimates.map(({ difference, low, high, significant }, trial) => el('tr', {}, el('th', { scope: 'row' }, `${trial + 1}`),
      ...(difference === null ? ['none', 'none'] : [number(difference, 2), `${number(low, 2)} to ${number(high, 2)}`]).map(text => el('td', {}, text)),
      el('td', {}, significant ? 'yes' : 'no')))));
  return el('figure', { className: 'lesson-figure trials' },
    el('figcaption', {}, 'What each trial estimates: net benefit, the share of pairs won by the drug minus the share lost. Filled points: effect found. Open points: not found.'),
    picture,
    el('details', {}, el('summary', {}, 'The numbers as a table'), el('div', { className: 'table-scroll' }, table)));
}

/** Builds the game. `onPlayed` is called when a round has been played. */
export function startGame(page, onPlayed) {
  const form = el('form', { className: 'game' });
  const groups = options.map(({ name, legend, values }) => el('fieldset', {}, el('legend', {}, legend), ...values.map(({ value, text }, i) =>
    el('label', {}, el('input', { type: 'radio', name, value: `${value}`, checked: i === (name === 'enrolment' ? 0 : 1) }), ` ${text}`))));
  const guess = el('input', { type: 'number', name: 'guess', min: 0, max: trials, step: 1, id: 'game-guess', inputMode: 'numeric' });
  const error = el('p', { className: 'lesson-error', role: 'alert' });
  const run = el('button', { type: 'submit', 'data-testid': 'game-run' }, `Run ${trials} trials`);
  const status = el('p', { role: 'status', 'data-testid': 'game-status' });
  const result = el('div', { className: 'game-result' });
  const rounds = el('tbody');
  const table = el('table', { hidden: true }, el('caption', {}, 'Your designs so far'),
    el('thead', {}, el('tr', {}, ...['Patients', 'Protein lowered', 'Enrolled', 'Your guess', 'Found', 'False alarms, had the drug done nothing'].map(text => el('th', { scope: 'col' }, text)))), rounds);

  form.append(...groups,
    el('p', {}, el('label', { htmlFor: 'game-guess' }, `Your guess: in how many of ${trials} trials is the effect found? `), guess), error, el('p', {}, run));
  form.noValidate = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const guessed = Number(guess.value);
    if (guess.value === '' || !Number.isInteger(guessed) || guessed < 0 || guessed > trials) {
      error.textContent = `Give a whole number from 0 to ${trials} first.`;
      guess.focus();
      return;
    }

    error.textContent = '';
    const chosen = new FormData(form);
    const design = { patients: Number(chosen.get('patients')), knockdown: Number(chosen.get('knockdown')), enrolment: chosen.get('enrolment') };
    run.disabled = true;
    status.textContent = 'Running the trials …';
    try {
      const played = await runTrials(page, design, step => { status.textContent = progressText(step); });
      const enough = played.found >= 80;
      status.textContent = `Found in ${played.found} of ${played.trials}; you guessed ${guessed}. ${enough ? 'That is enough for the task. Can you do it with fewer patients?' : 'The task asks for 80.'} `
        + `Had the drug done nothing: ${count(played.foundInNoEffect, 'false alarm')}.`;
      result.replaceChildren(squares(played.found, played.trials, 'Trials that found the effect'), estimatesFigure(played));
      rounds.prepend(el('tr', {}, ...[design.patients, `${number(100 * design.knockdown)} %`, enrolments[design.enrolment].text, guessed, played.found, played.foundInNoEffect]
        .map(cell => el('td', {}, `${cell}`))));
      table.hidden = false;
      guess.value = '';
      onPlayed();
    } catch (failure) {
      status.textContent = `The trials could not be run: ${failure.message} Press the button to try again.`;
    } finally {
      run.disabled = false;
      run.focus();
    }
  });
  return el('div', {}, form, status, el('div', { className: 'table-scroll' }, table), result);
}
