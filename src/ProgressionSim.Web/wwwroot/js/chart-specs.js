// What the charts of a result show, and how they tell it in words.

import { tenthsText, wholeText } from './dom.js';

/** Arms in the order of a result; each is told apart by colour, dash and the shape of its markers. */
export const arms = {
  untreated: { label: 'untreated', dash: [], marker: 'square' },
  treated: { label: 'treated', dash: [], marker: 'circle' },
  later: { label: 'treated later', dash: [12, 4, 3, 4], marker: 'triangle' },
};

export const typicalDash = [4, 4];
export const bandArms = ['untreated', 'treated'];
const percent = values => values.map(value => (value === null ? null : 100 * value));
const at = (result, values, month) => values[result.months.indexOf(month)];
export const named = (result, name) => result.arms.find(arm => arm.name === name);
export const lastOf = values => values[values.length - 1];

/** What each chart draws of an arm, and how it tells it. */
export const specs = [
  {
    name: 'alsfrs',
    title: 'What patients can still do: ALSFRS-R',
    axis: 'ALSFRS-R (points of 48)',
    unit: 'points',
    drawn: 'Lines: mean of all patients; those who have died count as 0, so that arms can be compared. Bands: the middle 90 % of patients (between patients, not uncertainty).',
    line: 'mean',
    of: arm => ({ line: arm.alsfrsDeathZero.mean, low: arm.alsfrsDeathZero.p5, high: arm.alsfrsDeathZero.p95 }),
    band: ['5 % of patients below', '95 % of patients below'],
    typical: arm => arm.alsfrs,
    range: () => [0, 48],
    splits: () => [0, 12, 24, 36, 48],
    text: tenthsText,
    finding(result) {
      const month = lastOf(result.months);
      const treated = named(result, 'treated').alsfrsDeathZero;
      return `At month ${month} the mean score is ${each(result, arm => tenthsText(lastOf(arm.alsfrsDeathZero.mean)))}. `
        + `Nine in ten of the treated lie between ${wholeText(lastOf(treated.p5))} and ${wholeText(lastOf(treated.p95))}.`;
    },
  },
  {
    name: 'survival',
    title: 'How many are alive',
    axis: 'alive (%)',
    unit: '%',
    drawn: 'Lines: share of patients alive. Bands: 95 % interval of that share (chance of the simulation; more patients make it narrower).',
    line: 'share alive',
    of: arm => ({ line: percent(arm.alive.mean), low: percent(arm.alive.low), high: percent(arm.alive.high) }),
    band: ['95 % interval from', '95 % interval to'],
    typical: () => null,
    range: () => [0, 100],
    splits: () => [0, 25, 50, 75, 100],
    text: tenthsText,
    finding(result) {
      const month = lastOf(result.months);
      const half = result.arms.map(arm =>
        `${arms[arm.name].label} ${arm.medianSurvivalMonths === null ? `not by month ${month}` : `by month ${wholeText(arm.medianSurvivalMonths)}`}`);
      return `Alive at month ${month}: ${each(result, arm => `${wholeText(100 * lastOf(arm.alive.mean))} %`)}. Half have died: ${half.join(', ')}.`;
    },
  },
  {
    name: 'neurofilament',
    title: 'The smoke detector: neurofilament',
    axis: 'neurofilament (pg/mL)',
    unit: 'pg/mL',
    drawn: 'Neurofilament light chain in the fluid around brain and spinal cord, which dying nerve fibres release. Lines: median of those alive. Bands: the middle 90 % of them. '
      + 'Logarithmic axis. The living differ between arms, so arms are not compared on it.',
    line: 'median',
    of: arm => ({ line: arm.neurofilament.p50, low: arm.neurofilament.p5, high: arm.neurofilament.p95 }),
    band: ['5 % of patients below', '95 % of patients below'],
    typical: arm => arm.neurofilament,
    logarithmic: true,
    text: wholeText,
    finding(result) {
      const text = (arm, month) => {
        const value = at(result, arm.neurofilament.p50, month);
        return value === null ? 'nobody alive' : wholeText(value);
      };
      return `Median at the first symptoms, in pg/mL: ${each(result, arm => text(arm, 0))}; a year later, among those alive: ${each(result, arm => text(arm, 12))}.`;
    },
  },
];

/** "12.0 untreated, 20.1 treated and 15.3 treated later". */
function each(result, text) {
  const parts = result.arms.map(arm => `${text(arm)} ${arms[arm.name].label}`);
  return `${parts.slice(0, -1).join(', ')} and ${lastOf(parts)}`;
}
