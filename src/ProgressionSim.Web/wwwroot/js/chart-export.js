// A chart as a picture, and its data as a file.

import uPlot from '../vendor/uPlot/uPlot.esm.js';
import { drawSample, legendItems } from './chart-parts.js';
import { download, el } from './dom.js';
import { onWhite } from './palette.js';

/** All months; numbers as they were calculated. */
export function saveCsv(chart) {
  const { result } = chart.content;
  const unit = { points: 'points', '%': 'percent', 'pg/mL': 'pg_per_ml' }[chart.spec.unit];
  const key = text => text.replaceAll(' %', '_percent').replaceAll(' ', '_');
  const head = ['month_from_symptom_onset_of_untreated_twin',
    ...result.arms.flatMap(arm => [chart.spec.line, ...chart.spec.band].map(text => `${arm.name}_${key(text)}_${unit}`))];
  const of = result.arms.map(arm => chart.spec.of(arm));
  const rows = result.months.map((month, i) => [month, ...of.flatMap(({ line, low, high }) => [line[i], low[i], high[i]])].map(value => value ?? '').join(','));
  const text = [...chart.credits().lines.map(line => `# ${line}`), `# ${chart.spec.title}. ${chart.spec.drawn}`, head.join(','), ...rows].join('\n');
  download(`${chart.stamp()}-${chart.spec.name}.csv`, new Blob([`${text}\n`], { type: 'text/csv' }));
}

/** The chart with title, axes and legend on white, at twice the size of the screen's pixels. */
export async function savePng(chart) {
  const size = 2 / uPlot.pxRatio;
  const [width, height, margin] = [840, 440, 24];
  const stage = el('div', { className: 'stage', 'aria-hidden': 'true' });
  document.body.append(stage);
  const options = chart.options({ width: width * size, height: height * size }, size, () => onWhite);
  options.cursor = { show: false };
  const drawn = await new Promise(resolve => {
    options.hooks.ready = [resolve];
    new uPlot(options, chart.data(), stage);
  });
  await new Promise(resolve => { requestAnimationFrame(resolve); });
  const canvas = el('canvas');
  const context = canvas.getContext('2d');
  const lines = [];
  const put = (text, font, line, colour) => {
    context.font = font;
    let row = '';
    for (const word of text.split(' ')) {
      if (row !== '' && context.measureText(`${row} ${word}`).width > width) {
        lines.push({ text: row, font, line, colour });
        row = word;
      } else {
        row = row === '' ? word : `${row} ${word}`;
      }
    }

    lines.push({ text: row, font, line, colour });
  };
  put(chart.spec.title, '600 20px system-ui, sans-serif', 28, onWhite.ink);
  put(chart.finding.textContent, '14px system-ui, sans-serif', 20, onWhite.ink);
  const above = lines.length;
  put(chart.spec.drawn, '12px system-ui, sans-serif', 17, onWhite.soft);
  chart.credits().lines.forEach(line => put(line, '12px system-ui, sans-serif', 17, onWhite.soft));
  const sum = parts => parts.reduce((total, { line }) => total + line, 0);
  const legendHeight = 34;
  canvas.width = 2 * (width + 2 * margin);
  canvas.height = 2 * (2 * margin + sum(lines) + height + legendHeight);
  context.scale(2, 2);
  context.fillStyle = onWhite.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  let y = margin;
  const write = parts => parts.forEach(({ text, font, line, colour }) => {
    Object.assign(context, { font, fillStyle: colour, textBaseline: 'middle' });
    context.fillText(text, margin, y + line / 2);
    y += line;
  });
  write(lines.slice(0, above));
  context.drawImage(drawn.ctx.canvas, margin, y, width, height);
  y += height + legendHeight / 2;
  let x = margin;
  for (const item of legendItems(chart.spec)) {
    drawSample(context, item, x, y, onWhite);
    Object.assign(context, { font: '13px system-ui, sans-serif', fillStyle: onWhite.ink, textBaseline: 'middle' });
    context.fillText(item.text, x + 40, y);
    x += 40 + context.measureText(item.text).width + 22;
  }

  y += legendHeight / 2;
  write(lines.slice(above));
  drawn.destroy();
  stage.remove();
  canvas.toBlob(blob => download(`${chart.stamp()}-${chart.spec.name}.png`, blob), 'image/png');
}
