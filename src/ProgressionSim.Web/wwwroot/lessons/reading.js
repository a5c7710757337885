// How lessons read results and put numbers into words. A number in an explanation always comes from here, never from the text itself.

const formats = [0, 1, 2].map(digits => new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }));

/** A number with so many digits after the point, and a true minus sign; never "-0". */
export const number = (value, digits = 0) => formats[digits].format(Number(value.toFixed(digits)) || 0).replace(/^-/, '−');

/** "1 month", "3 points": a whole or rounded number with its noun. */
export const count = (value, noun, digits = 0) => `${number(value, digits)} ${noun}${number(value, digits) === '1' ? '' : 's'}`;

/** A share between 0 and 1 as a percentage. */
export const percent = share => `${number(100 * share)} %`;

/** A share as people out of a hundred. */
export const ofHundred = share => `${number(100 * share)} of 100`;

export const armOf = (result, name) => result.arms.find(arm => arm.name === name);

/** The value of a series at a month; null where there is none. */
export const at = (months, series, month) => series[months.indexOf(month)] ?? null;

/** The difference between two arms at a month, with its 95 % interval. */
export function difference(result, arm, against, measure, month) {
  const contrast = result.contrasts.find(each => each.arm === arm && each.against === against && each.measure === measure);
  const value = at(result.months, contrast.difference, month);
  const low = at(result.months, contrast.low, month);
  const high = at(result.months, contrast.high, month);
  return { value, low, high, error: (high - low) / (2 * 1.96) };
}

/** How much lower an arm ends than another: positive when it is lower. */
export function cost(result, arm, against, measure, month) {
  const { value, low, high, error } = difference(result, arm, against, measure, month);
  return { value: -value, low: -high, high: -low, error };
}

/** "(95 % interval 4.7 to 5.1)": the chance of the simulation alone. */
export const interval = ({ low, high }, digits = 1) => `(95 % interval ${number(low, digits)} to ${number(high, digits)})`;

/** Whether an interval leaves out zero. */
export const isClear = ({ low, high }) => low > 0 || high < 0;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Months a simulated person lives in one arm of a course: the last month with a score. `atLeast` when that is the end of the simulation. */
export function lifeOf(months, arm) {
  const last = arm.alsfrs.findLastIndex(score => score !== null);
  return { months: months[last], atLeast: last === months.length - 1 };
}

/** What a guess of a number was worth. */
export function judge(guess, value, near, say) {
  if (guess === undefined) {
    return `This run gave ${say(value)}. (You came here without a prediction of your own, so there is nothing to compare.)`;
  }

  const lead = `You said ${say(guess)}; this run gave ${say(value)}.`;
  if (Math.abs(guess - value) <= near) {
    return `${lead} That is close.`;
  }

  return `${lead} Your number was too ${guess > value ? 'high' : 'low'}.`;
}

/** What a choice was worth; `choices` are the step's choices, `right` is the one this run gave. */
export function judgeChoice(guess, right, choices) {
  const textOf = value => choices.find(choice => choice.value === value).text;
  if (guess === undefined) {
    return `What this run showed: “${textOf(right)}”. (You came here without a prediction of your own, so there is nothing to compare.)`;
  }

  return guess === right
    ? `You said “${textOf(guess)}”, and that is what this run showed.`
    : `You said “${textOf(guess)}”. This run showed something else: “${textOf(right)}”.`;
}
