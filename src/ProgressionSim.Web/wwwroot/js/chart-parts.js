// Axes, markers and legends of charts.

import { arms, typicalDash } from './chart-specs.js';
import { el, wholeText } from './dom.js';
import { onPalette, palette } from './palette.js';

/** Round numbers of a logarithmic axis. */
function logarithmicSplits(low, high) {
  const splits = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    splits.push(...[1, 2, 5].map(step => step * power).filter(value => value >= low && value <= high));
  }

  return splits;
}

export function logarithmicRange(low, high) {
  return low > 0 && high > 0 ? [low / 1.15, high * 1.15] : [100, 10_000];
}

/** A shape at a place of a canvas. */
export function marker(context, shape, x, y, size) {
  context.beginPath();
  if (shape === 'square') {
    context.rect(x - size, y - size, 2 * size, 2 * size);
  } else if (shape === 'circle') {
    context.arc(x, y, 1.15 * size, 0, 2 * Math.PI);
  } else {
    context.moveTo(x, y - 1.3 * size);
    context.lineTo(x + 1.3 * size, y + size);
    context.lineTo(x - 1.3 * size, y + size);
    context.closePath();
  }

  context.fill();
}

export const monthAxis = (size, colours, width) => ({
  stroke: () => colours().ink,
  font: `${12 * size}px system-ui, sans-serif`,
  labelFont: `${12 * size}px system-ui, sans-serif`,
  label: width / size < 340 ? 'months from the first symptoms' : 'months from the first symptoms of the untreated twin',
  labelSize: 18 * size,
  size: 26 * size,
  gap: 4 * size,
  space: 24 * size,
  splits: (chart, axis, low, high) => Array.from({ length: 40 }, (_, i) => 6 * (i - 10)).filter(month => month >= low && month <= high),
  values: (chart, splits) => splits.map(value => String(value).replace('-', '−')),
  grid: { stroke: () => colours().grid, width: size },
  ticks: { stroke: () => colours().grid, width: size, size: 5 * size },
});

export const valueAxis = (size, colours, spec) => ({
  ...monthAxis(size, colours, 0),
  label: spec.axis,
  size: (spec.logarithmic ? 56 : 38) * size,
  splits: spec.logarithmic ? (chart, axis, low, high) => logarithmicSplits(low, high) : spec.splits,
  values: (chart, splits) => splits.map(value => wholeText(value)),
  filter: (chart, splits) => splits,
});

/** What a legend names: lines of arms, the typical patient where there is one, the band. */
export const legendItems = spec => [
  ...Object.entries(arms).map(([name, arm]) => ({ kind: 'line', name, text: arm.label, ...arm })),
  ...(spec.name === 'survival' ? [] : [{ kind: 'typical', name: 'treated', text: 'typical patient, without chance', dash: typicalDash }]),
  { kind: 'band', name: 'treated', text: spec.name === 'survival' ? '95 % interval' : '90 % of patients' },
];

export function drawSample(context, { kind, name, dash, marker: shape }, x, y, colours) {
  context.save();
  context.strokeStyle = context.fillStyle = colours[kind === 'typical' ? 'ink' : name];
  if (kind === 'band') {
    context.globalAlpha = 0.3;
    context.fillRect(x, y - 6, 34, 12);
  } else {
    context.lineWidth = kind === 'line' ? 2.5 : 1.5;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 34, y);
    context.stroke();
    if (shape) {
      marker(context, shape, x + 17, y, 4);
    }
  }

  context.restore();
}

export function legend(spec) {
  return el('ul', { className: 'legend' }, ...legendItems(spec).map(item => {
    const sample = el('canvas', { 'aria-hidden': 'true' });
    const draw = () => {
      const ratio = Math.max(2, devicePixelRatio);
      Object.assign(sample, { width: 34 * ratio, height: 14 * ratio });
      const context = sample.getContext('2d');
      context.scale(ratio, ratio);
      drawSample(context, item, 0, 7, palette());
    };
    draw();
    onPalette(draw);
    return el('li', {}, sample, item.text);
  }));
}
