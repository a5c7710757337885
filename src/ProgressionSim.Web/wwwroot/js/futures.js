// Many possible courses of one patient.

import uPlot from '../vendor/uPlot/uPlot.esm.js';
import { monthAxis, valueAxis } from './chart-parts.js';
import { bandArms, lastOf } from './chart-specs.js';
import { el, wholeText } from './dom.js';
import { palette } from './palette.js';

/** Draws many possible courses of one patient, untreated and treated, in an empty container; tells them in words too. */
export function drawFutures(container, { months, courses }) {
  const shown = bandArms;
  const lines = courses.flatMap(course => course.arms.filter(arm => shown.includes(arm.name)).map(arm => ({ name: arm.name, values: arm.alsfrs })));
  const last = lastOf(months);
  const told = shown.map(name => {
    const values = lines.filter(line => line.name === name).map(line => lastOf(line.values));
    const alive = values.filter(value => value !== null);
    const scores = alive.length > 0 ? `, with scores from ${wholeText(Math.min(...alive))} to ${wholeText(Math.max(...alive))}` : '';
    return `${name === 'untreated' ? 'Untreated' : 'Treated'}: alive at month ${last} in ${alive.length} of ${values.length} lives${scores}.`;
  });
  const plot = el('div', { className: 'plot', role: 'img', 'aria-label': `Chart: ${courses.length} possible lives of one patient. ${told.join(' ')}` });
  const samples = { name: 'futures', axis: 'ALSFRS-R (points of 48)', splits: () => [0, 12, 24, 36, 48] };
  const size = () => ({ width: Math.max(200, plot.clientWidth), height: Math.max(200, plot.clientHeight) });
  container.replaceChildren(plot,
    el('p', { className: 'drawn' }, 'Each thin line is one life of the same patient: dashed lines untreated, full blue lines treated. A line ends with a cross when the patient dies.'),
    el('p', { className: 'finding' }, told.join(' ')));
  const cross = chart => {
    const { ctx: context } = chart;
    const pixel = uPlot.pxRatio;
    lines.forEach(({ name, values }) => {
      const end = values.findLastIndex(value => value !== null);
      if (end >= 0 && end < months.length - 1) {
        const [x, y, arm] = [chart.valToPos(months[end], 'x', true), chart.valToPos(values[end], 'y', true), 3.5 * pixel];
        context.save();
        Object.assign(context, { strokeStyle: palette()[name], lineWidth: 1.5 * pixel });
        context.beginPath();
        context.moveTo(x - arm, y - arm);
        context.lineTo(x + arm, y + arm);
        context.moveTo(x - arm, y + arm);
        context.lineTo(x + arm, y - arm);
        context.stroke();
        context.restore();
      }
    });
  };
  const chart = new uPlot({
    ...size(),
    legend: { show: false },
    padding: [8, 12, 0, 0],
    cursor: { show: false },
    scales: { x: { time: false, range: () => [months[0], last] }, y: { range: () => [0, 48] } },
    axes: [monthAxis(1, palette, size().width), valueAxis(1, palette, samples)],
    series: [{}, ...lines.map(({ name }) => ({ stroke: () => `${palette()[name]}88`, width: 1, dash: name === 'treated' ? [] : [5, 2], points: { show: false } }))],
    hooks: { draw: [cross] },
  }, [months, ...lines.map(line => line.values)], plot);
  new ResizeObserver(() => plot.clientWidth > 0 && chart.setSize(size())).observe(plot);
}
