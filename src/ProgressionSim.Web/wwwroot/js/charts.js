// Charts of a result: lines with bands, a finding in words, a data table, PNG and CSV. And many possible courses of one patient.

import uPlot from '../vendor/uPlot/uPlot.esm.js';
import { byId, download, el, tenthsText, wholeText } from './dom.js';
import { onPalette, onWhite, palette } from './palette.js';

/** Arms in the order of a result; each is told apart by colour, dash and the shape of its markers. */
export const arms = {
  untreated: { label: 'untreated', dash: [], marker: 'square' },
  treated: { label: 'treated', dash: [], marker: 'circle' },
  later: { label: 'treated later', dash: [12, 4, 3, 4], marker: 'triangle' },
};

const typicalDash = [4, 4];
const bandArms = ['untreated', 'treated'];
const percent = values => values.map(value => (value === null ? null : 100 * value));
const at = (result, values, month) => values[result.months.indexOf(month)];
const named = (result, name) => result.arms.find(arm => arm.name === name);
const lastOf = values => values[values.length - 1];

/** What each chart draws of an arm, and how it tells it. */
const specs = [
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

/** Round numbers of a logarithmic axis. */
function logarithmicSplits(low, high) {
  const splits = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    splits.push(...[1, 2, 5].map(step => step * power).filter(value => value >= low && value <= high));
  }

  return splits;
}

function logarithmicRange(low, high) {
  return low > 0 && high > 0 ? [low / 1.15, high * 1.15] : [100, 10_000];
}

/** A shape at a place of a canvas. */
function marker(context, shape, x, y, size) {
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

const monthAxis = (size, colours, width) => ({
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

const valueAxis = (size, colours, spec) => ({
  ...monthAxis(size, colours, 0),
  label: spec.axis,
  size: (spec.logarithmic ? 56 : 38) * size,
  splits: spec.logarithmic ? (chart, axis, low, high) => logarithmicSplits(low, high) : spec.splits,
  values: (chart, splits) => splits.map(value => wholeText(value)),
  filter: (chart, splits) => splits,
});

/** A chart in a figure of the page. */
class Chart {
  constructor(spec, { credits, stamp, onTable }) {
    Object.assign(this, { spec, credits, stamp });
    this.content = null;
    this.figure = byId(`chart-${spec.name}`);
    const findingId = `${spec.name}-finding`;
    this.plot = el('div', { className: 'plot', role: 'img', 'aria-label': `Chart: ${spec.title}`, 'aria-describedby': findingId });
    this.reading = el('p', { className: 'reading', 'aria-hidden': 'true' }, '\u00a0');
    this.finding = el('p', { id: findingId, className: 'finding' }, 'No result yet.');
    this.table = el('table');
    this.details = el('details', {}, el('summary', {}, 'Data table'),
      el('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': `Data table: ${spec.title}` }, this.table));
    this.details.addEventListener('toggle', () => { this.fillTable(); onTable(spec.name, this.details.open); });
    const png = el('button', { type: 'button', 'data-testid': 'export-png', 'aria-label': `PNG of the chart: ${spec.title}` }, 'PNG');
    const csv = el('button', { type: 'button', 'data-testid': 'export-csv', 'aria-label': `CSV of the data: ${spec.title}` }, 'CSV');
    png.addEventListener('click', () => this.savePng());
    csv.addEventListener('click', () => this.saveCsv());
    this.exports = [png, csv];
    this.exports.forEach(button => { button.disabled = true; });
    this.figure.append(
      el('figcaption', {}, el('h3', {}, spec.title), this.finding),
      this.plot, this.reading, legend(spec), el('p', { className: 'drawn' }, spec.drawn),
      el('div', { className: 'row' }, this.details, el('p', { className: 'buttons' }, png, csv)));
    new ResizeObserver(() => this.resize()).observe(this.plot);
    onPalette(() => this.chart?.redraw(true, true));
  }

  /** Content: { months, typical: mean-field or null, result or null, marks: [{ arm, month }] }. */
  show(content) {
    this.content = content;
    const data = this.data();
    if (this.chart) {
      this.chart.setData(data);
    } else {
      this.build(data);
    }

    this.exports.forEach(button => { button.disabled = !content.result; });
    if (content.result) {
      this.finding.textContent = this.spec.finding(content.result);
      if (this.details.open || content.final) {
        this.fillTable();
      }
    }
  }

  build(data) {
    this.chart?.destroy();
    this.chart = new uPlot(this.options(this.size(), 1, palette), data, this.plot);
    this.line = el('div', { className: 'now' });
    this.chart.over.append(this.line);
  }

  /** Marks the month that the field of neurons shows. */
  mark(month) {
    this.month = month;
    this.placeLine();
  }

  placeLine() {
    if (this.line && this.month !== undefined) {
      this.line.style.transform = `translateX(${this.chart.valToPos(this.month, 'x')}px)`;
    }
  }

  size() {
    return { width: Math.max(200, this.plot.clientWidth), height: Math.max(200, this.plot.clientHeight) };
  }

  resize() {
    if (this.chart && this.plot.clientWidth > 0) {
      const size = this.size();
      if (size.width !== this.chart.width || size.height !== this.chart.height) {
        // Labels depend on the room there is.
        this.build(this.data());
      }
    }
  }

  /** Months; low and high of the arms with bands; lines of all arms; typical patients of all arms. */
  data() {
    const { months, typical, result } = this.content;
    const none = months.map(() => null);
    const of = name => (result ? this.spec.of(named(result, name)) : { line: none, low: none, high: none });
    const typicalOf = name => {
      const values = typical && this.spec.typical(named(typical, name));
      return values ? months.map(month => values[typical.months.indexOf(month)] ?? null) : none;
    };
    return [
      months,
      ...bandArms.flatMap(name => [of(name).low, of(name).high]),
      ...Object.keys(arms).map(name => of(name).line),
      ...Object.keys(arms).map(typicalOf),
    ].map((values, index) => (index > 0 && this.spec.logarithmic ? values.map(value => (value > 0 ? value : null)) : values));
  }

  options({ width, height }, size, colours) {
    const { spec } = this;
    const directLabels = width / size >= 440;
    const bands = bandArms.flatMap(name => [0, 1].map(() => ({ stroke: () => `${colours()[name]}66`, width: size, dash: [2 * size, 2 * size], points: { show: false } })));
    const lines = Object.entries(arms).map(([name, arm]) => ({
      stroke: () => colours()[name], width: 2.5 * size, dash: arm.dash.map(part => part * size), points: { show: false },
    }));
    const typical = Object.keys(arms).map(name => ({
      stroke: () => colours()[name] + (this.content.result ? '55' : ''), width: 1.5 * size, dash: typicalDash.map(part => part * size), points: { show: false },
    }));
    return {
      width,
      height,
      legend: { show: false },
      padding: [20 * size, (directLabels ? 102 : 12) * size, 0, 0],
      cursor: { sync: { key: 'months' }, drag: { x: false, y: false }, y: false, points: { show: false } },
      scales: {
        x: { time: false, range: () => [this.content.months[0], lastOf(this.content.months)] },
        y: spec.logarithmic ? { distr: 3, range: (chart, low, high) => logarithmicRange(low, high) } : { range: spec.range },
      },
      axes: [monthAxis(size, colours, width), valueAxis(size, colours, spec)],
      series: [{}, ...bands, ...lines, ...typical],
      bands: bandArms.map((name, index) => ({ series: [2 * index + 2, 2 * index + 1], fill: () => `${colours()[name]}1f` })),
      hooks: {
        drawAxes: [chart => this.drawMarks(chart, size, colours())],
        draw: [chart => this.drawLabels(chart, size, colours(), directLabels), () => this.placeLine()],
        setCursor: [chart => this.read(chart.cursor.idx)],
      },
    };
  }

  /** Vertical marks where treatment starts. */
  drawMarks(chart, size, colours) {
    const { ctx: context, bbox: { top, height, left, width } } = chart;
    const pixel = size * uPlot.pxRatio;
    context.save();
    context.font = `${11 * pixel}px system-ui, sans-serif`;
    context.textBaseline = 'middle';
    for (const { arm, month } of this.content.marks) {
      const x = chart.valToPos(month, 'x', true);
      if (x < left || x > left + width) {
        continue;
      }

      context.strokeStyle = context.fillStyle = colours[arm];
      context.lineWidth = 1.25 * pixel;
      context.setLineDash(arm === 'later' ? [6 * pixel, 3 * pixel, 2 * pixel, 3 * pixel] : []);
      context.beginPath();
      context.moveTo(x, top - 6 * pixel);
      context.lineTo(x, top + height);
      context.stroke();
      context.beginPath();
      context.moveTo(x - 5 * pixel, top - 9 * pixel);
      context.lineTo(x + 5 * pixel, top - 9 * pixel);
      context.lineTo(x, top - 1 * pixel);
      context.fill();
      const text = arm === 'later' ? 'later start' : 'start';
      const leftwards = arm !== 'later' && x - context.measureText(text).width - 8 * pixel > 0;
      const beyond = x + context.measureText(text).width + 8 * pixel > context.canvas.width;
      context.textAlign = leftwards || beyond ? 'right' : 'left';
      context.fillText(text, x + (leftwards || beyond ? -8 : 8) * pixel, top - 11 * pixel);
    }

    context.restore();
  }

  /** Markers on the lines, and names at their ends where there is room. */
  drawLabels(chart, size, colours, directLabels) {
    const { ctx: context, bbox } = chart;
    const pixel = size * uPlot.pxRatio;
    const [months, ...series] = chart.data;
    const begin = 2 * bandArms.length;
    const hasResult = this.content.result !== null;
    const ends = [];
    context.save();
    Object.entries(arms).forEach(([name, arm], index) => {
      const values = series[begin + (hasResult ? 0 : 3) + index];
      context.fillStyle = colours[name];
      let end = null;
      months.forEach((month, i) => {
        if (values[i] !== null && values[i] !== undefined) {
          end = [chart.valToPos(month, 'x', true), chart.valToPos(values[i], 'y', true)];
          if (hasResult && month % 6 === 0) {
            marker(context, arm.marker, ...end, 3.5 * pixel);
          }
        }
      });
      if (end) {
        ends.push({ text: arm.label, colour: colours[name], x: end[0], y: end[1] });
      }
    });
    if (directLabels) {
      context.font = `600 ${12 * pixel}px system-ui, sans-serif`;
      Object.assign(context, { textAlign: 'left', textBaseline: 'middle' });
      ends.sort((a, b) => a.y - b.y);
      const gap = 15 * pixel;
      ends.forEach((end, index) => { end.y = Math.max(end.y, index > 0 ? ends[index - 1].y + gap : bbox.top); });
      for (let index = ends.length - 1, limit = bbox.top + bbox.height; index >= 0; index--, limit -= gap) {
        ends[index].y = Math.min(ends[index].y, limit);
      }

      for (const end of ends) {
        context.fillStyle = end.colour;
        context.fillText(end.text, bbox.left + bbox.width + 8 * pixel, end.y);
      }
    }

    context.restore();
  }

  /** Values at the pointer. */
  read(index) {
    const { result, months } = this.content ?? {};
    if (!result || index === null || index === undefined) {
      this.reading.textContent = '\u00a0';
      return;
    }

    const values = result.arms.map(arm => {
      const value = this.spec.of(arm).line[index];
      return `${arms[arm.name].label} ${value === null ? '–' : this.spec.text(value)}`;
    });
    this.reading.textContent = `Month ${String(months[index]).replace('-', '−')}: ${values.join(', ')}`;
  }

  fillTable() {
    const { result } = this.content ?? {};
    if (!result) {
      return;
    }

    const of = result.arms.map(arm => this.spec.of(arm));
    const cell = value => el('td', {}, value === null || value === undefined ? '–' : this.spec.text(value));
    const rows = result.months.flatMap((month, i) => (month % 3 === 0
      ? [el('tr', {}, el('th', { scope: 'row' }, String(month).replace('-', '−')), ...of.flatMap(({ line, low, high }) => [cell(line[i]), cell(low[i]), cell(high[i])]))]
      : []));
    const groups = result.arms.map(arm => el('th', { scope: 'colgroup', colSpan: 3 }, arms[arm.name].label));
    const columns = result.arms.flatMap(() => [this.spec.line, ...this.spec.band].map(text => el('th', { scope: 'col' }, text)));
    this.table.replaceChildren(
      el('caption', {}, `${this.spec.title}, in ${this.spec.unit}, every 3 months; ${this.credits().patients}`),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col', rowSpan: 2 }, 'Month'), ...groups), el('tr', {}, ...columns)),
      el('tbody', {}, ...rows));
  }

  /** All months; numbers as they were calculated. */
  saveCsv() {
    const { result } = this.content;
    const unit = { points: 'points', '%': 'percent', 'pg/mL': 'pg_per_ml' }[this.spec.unit];
    const key = text => text.replaceAll(' %', '_percent').replaceAll(' ', '_');
    const head = ['month_from_symptom_onset_of_untreated_twin',
      ...result.arms.flatMap(arm => [this.spec.line, ...this.spec.band].map(text => `${arm.name}_${key(text)}_${unit}`))];
    const of = result.arms.map(arm => this.spec.of(arm));
    const rows = result.months.map((month, i) => [month, ...of.flatMap(({ line, low, high }) => [line[i], low[i], high[i]])].map(value => value ?? '').join(','));
    const text = [...this.credits().lines.map(line => `# ${line}`), `# ${this.spec.title}. ${this.spec.drawn}`, head.join(','), ...rows].join('\n');
    download(`${this.stamp()}-${this.spec.name}.csv`, new Blob([`${text}\n`], { type: 'text/csv' }));
  }

  /** The chart with title, axes and legend on white, at twice the size of the screen's pixels. */
  async savePng() {
    const size = 2 / uPlot.pxRatio;
    const [width, height, margin] = [840, 440, 24];
    const stage = el('div', { className: 'stage', 'aria-hidden': 'true' });
    document.body.append(stage);
    const options = this.options({ width: width * size, height: height * size }, size, () => onWhite);
    options.cursor = { show: false };
    const chart = await new Promise(resolve => {
      options.hooks.ready = [resolve];
      new uPlot(options, this.data(), stage);
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
    put(this.spec.title, '600 20px system-ui, sans-serif', 28, onWhite.ink);
    put(this.finding.textContent, '14px system-ui, sans-serif', 20, onWhite.ink);
    const above = lines.length;
    put(this.spec.drawn, '12px system-ui, sans-serif', 17, onWhite.soft);
    this.credits().lines.forEach(line => put(line, '12px system-ui, sans-serif', 17, onWhite.soft));
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
    context.drawImage(chart.ctx.canvas, margin, y, width, height);
    y += height + legendHeight / 2;
    let x = margin;
    for (const item of legendItems(this.spec)) {
      drawSample(context, item, x, y, onWhite);
      Object.assign(context, { font: '13px system-ui, sans-serif', fillStyle: onWhite.ink, textBaseline: 'middle' });
      context.fillText(item.text, x + 40, y);
      x += 40 + context.measureText(item.text).width + 22;
    }

    y += legendHeight / 2;
    write(lines.slice(above));
    chart.destroy();
    stage.remove();
    canvas.toBlob(blob => download(`${this.stamp()}-${this.spec.name}.png`, blob), 'image/png');
  }
}

/** What a legend names: lines of arms, the typical patient where there is one, the band. */
const legendItems = spec => [
  ...Object.entries(arms).map(([name, arm]) => ({ kind: 'line', name, text: arm.label, ...arm })),
  ...(spec.name === 'survival' ? [] : [{ kind: 'typical', name: 'treated', text: 'typical patient, without chance', dash: typicalDash }]),
  { kind: 'band', name: 'treated', text: spec.name === 'survival' ? '95 % interval' : '90 % of patients' },
];

function drawSample(context, { kind, name, dash, marker: shape }, x, y, colours) {
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

function legend(spec) {
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

/** The three charts of the page. */
export class Charts {
  /** credits() gives { patients, lines } about where numbers come from; stamp() the beginning of file names; onTable(name, open) hears of data tables. */
  constructor(texts) {
    this.charts = specs.map(spec => new Chart(spec, texts));
  }

  show(content) {
    this.charts.forEach(chart => chart.show(content));
  }

  mark(month) {
    this.charts.forEach(chart => chart.mark(month));
  }

  openTables(names) {
    this.charts.forEach(chart => { chart.details.open = names.includes(chart.spec.name); });
  }
}

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
