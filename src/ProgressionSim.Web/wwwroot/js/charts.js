// Charts of a result: lines with bands, a finding in words, a data table.

import uPlot from '../vendor/uPlot/uPlot.esm.js';
import { saveCsv, savePng } from './chart-export.js';
import { legend, logarithmicRange, marker, monthAxis, valueAxis } from './chart-parts.js';
import { arms, bandArms, lastOf, named, specs, typicalDash } from './chart-specs.js';
import { byId, el } from './dom.js';
import { onPalette, palette } from './palette.js';

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
    png.addEventListener('click', () => savePng(this));
    csv.addEventListener('click', () => saveCsv(this));
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
