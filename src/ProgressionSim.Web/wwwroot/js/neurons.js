// The field of motor neurons: the untreated and the treated twin of one virtual patient side by side, month by month.

import { byId, el, monthText, wholeText } from './dom.js';
import { onPalette, palette } from './palette.js';

const twins = ['untreated', 'treated'];
const twinNames = { untreated: 'Untreated twin', treated: 'Treated twin' };
const regionNames = { bulbar: 'head and throat', cervical: 'arms', respiratory: 'breathing', lumbosacral: 'legs' };
const dotsWanted = 90;
const monthsPerSecond = 5;

/** A body of 200 by 400 units as capsules: [x1, y1, radius 1, x2, y2, radius 2] of each region. */
const body = {
  bulbar: [[100, 42, 35, 100, 46, 34], [100, 80, 13, 100, 88, 13]],
  cervical: [[50, 128, 16, 27, 246, 12], [150, 128, 16, 173, 246, 12]],
  respiratory: [[86, 124, 21, 88, 214, 20], [114, 124, 21, 112, 214, 20], [100, 124, 22, 100, 214, 22]],
  lumbosacral: [[83, 256, 17, 78, 384, 12], [117, 256, 17, 122, 384, 12]],
};

/** How far a point lies inside the capsules; negative outside. */
function depth(capsules, x, y) {
  return Math.max(...capsules.map(([x1, y1, r1, x2, y2, r2]) => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    return r1 + along * (r2 - r1) - Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
  }));
}

/** Numbers from 0 to 1 that are the same on every visit, so that dots keep their places. */
function repeatable(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Evenly spread places inside a region in the order in which dots fall ill there, and how far apart they are. */
function places(capsules, count, seed) {
  for (let gap = 16; gap > 2; gap *= 0.98) {
    const found = [];
    for (let row = 0, y = gap / 2; y < 400; row++, y += gap * 0.866) {
      for (let x = row % 2 === 0 ? gap / 2 : gap; x < 200; x += gap) {
        if (depth(capsules, x, y) > gap * 0.42) {
          found.push([x, y]);
        }
      }
    }

    if (found.length >= count) {
      const random = repeatable(seed);
      for (let i = found.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [found[i], found[j]] = [found[j], found[i]];
      }

      return { gap, places: found.slice(0, count) };
    }
  }

  return { gap: 2, places: [] };
}

/** A round number of neurons for one dot. */
function neuronsPerDot(largest) {
  const steps = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250];
  return steps.find(step => largest / step <= dotsWanted) ?? steps.at(-1);
}

export class NeuronField {
  /** onLook({ patient } or { month }) hears what a person chooses; onMonth(month) each month shown. */
  constructor({ onLook, onMonth }) {
    this.canvas = byId('neurons-canvas');
    this.slider = byId('month');
    this.playing = false;
    this.onMonth = onMonth;
    this.patient = 1;
    this.time = 0;
    this.reduced = matchMedia('(prefers-reduced-motion: reduce)');
    this.slider.addEventListener('input', () => {
      // Stopping sets the slider.
      const month = Number(this.slider.value);
      this.stop();
      this.setMonth(month);
      onLook({ month });
    });
    byId('play').addEventListener('click', () => {
      if (this.playing) {
        this.stop();
        onLook({ month: this.month });
      } else {
        this.play();
      }
    });
    byId('patient').addEventListener('change', event => { this.setPatient(Number(event.target.value)); onLook({ patient: this.patient }); });
    new ResizeObserver(() => this.draw()).observe(this.canvas.parentElement);
    onPalette(() => this.draw());
  }

  get month() {
    return Math.floor(this.time);
  }

  /** Takes the first patients of a run. */
  show(courses) {
    if (!this.courses || courses.neuronsPerRegion.join() !== this.courses.neuronsPerRegion.join()) {
      this.perDot = neuronsPerDot(Math.max(...courses.neuronsPerRegion));
      this.regions = courses.regions.map((region, i) => places(body[region], Math.round(courses.neuronsPerRegion[i] / this.perDot), 97 + i));
      byId('neurons-scale').textContent = this.perDot === 1 ? 'One dot is one motor neuron.' : `One dot stands for ${this.perDot} motor neurons.`;
    }

    this.courses = courses;
    Object.assign(this.slider, { min: courses.months[0], max: courses.months.at(-1), disabled: false });
    byId('play').disabled = false;
    const choice = byId('patient');
    if (choice.options.length !== courses.courses.length) {
      choice.replaceChildren(...courses.courses.map((_, i) => el('option', { value: String(i + 1) }, String(i + 1))));
    }

    this.setPatient(Math.min(this.patient, courses.courses.length));
    this.setMonth(this.time);
  }

  setPatient(patient) {
    this.patient = patient;
    byId('patient').value = String(patient);
    this.describe();
    this.draw();
  }

  /** Shows a month; while it plays, a moment between two months. */
  setMonth(time) {
    const before = this.month;
    const months = this.courses?.months ?? [-12, 36];
    this.time = Math.min(months.at(-1), Math.max(months[0], time));
    this.slider.value = this.month;
    if (this.month !== before || !this.playing) {
      this.describe();
      this.onMonth(this.month);
    }

    this.draw();
  }

  play() {
    if (!this.courses) {
      return;
    }

    this.playing = true;
    byId('play').textContent = 'Pause';
    if (this.time >= this.courses.months.at(-1)) {
      this.setMonth(this.courses.months[0]);
    }

    let last = null;
    let owed = 0;
    const frame = now => {
      if (!this.playing) {
        return;
      }

      owed += last === null ? 0 : Math.min(0.1, (now - last) / 1000) * monthsPerSecond;
      last = now;
      // People who asked for less motion see whole months, slowly.
      const step = this.reduced.matches ? (owed >= monthsPerSecond ? 1 : 0) : owed;
      if (step > 0) {
        owed = 0;
        this.setMonth(this.time + step);
      }

      if (this.time >= this.courses.months.at(-1)) {
        this.stop();
      } else {
        requestAnimationFrame(frame);
      }
    };
    requestAnimationFrame(frame);
  }

  stop() {
    this.playing = false;
    byId('play').textContent = 'Play';
    if (this.courses) {
      this.setMonth(this.month);
    }
  }

  arm(name) {
    return this.courses.courses[this.patient - 1].arms.find(arm => arm.name === name);
  }

  /** Counts of a region between two months; null after death. */
  counts(arm, region, time) {
    const { months } = this.courses;
    const i = Math.floor(time) - months[0];
    const part = time - Math.floor(time);
    const value = values => {
      const [from, to] = [values[region][i], values[region][i + 1] ?? values[region][i]];
      return from === null ? null : from + part * ((to ?? from) - from);
    };
    const [healthy, stressed] = [value(arm.healthy), value(arm.stressed)];
    return healthy === null ? null : { healthy, stressed };
  }

  /** Month of death, or null. */
  diedAt(arm) {
    const i = arm.alsfrs.indexOf(null);
    return i < 0 ? null : this.courses.months[i];
  }

  describe() {
    if (!this.courses) {
      return;
    }

    const { month } = this;
    const i = month - this.courses.months[0];
    const all = this.courses.neuronsPerRegion.reduce((sum, count) => sum + count, 0);
    const texts = twins.map(name => {
      const arm = this.arm(name);
      if (arm.alsfrs[i] === null) {
        return `${twinNames[name]}: died at month ${this.diedAt(arm)}.`;
      }

      const left = this.courses.regions.reduce((sum, _, region) => sum + arm.healthy[region][i] + arm.stressed[region][i], 0);
      const treated = arm.startMonths === null ? '' : month >= arm.startMonths ? `, treated since month ${wholeText(arm.startMonths).replace('-', '−')}` : ', not treated yet';
      return `${twinNames[name]}: ALSFRS-R ${wholeText(arm.alsfrs[i])} of 48, ${wholeText((100 * left) / all)} % of motor neurons left${treated}.`;
    });
    const when = month === 0 ? 'First symptoms of the untreated twin' : monthText(month).replace(/^./, letter => letter.toUpperCase());
    byId('neurons-when').textContent = `Patient ${this.patient}. ${when}.`;
    byId('neurons-untreated').textContent = texts[0];
    byId('neurons-treated').textContent = texts[1];
    this.slider.setAttribute('aria-valuetext', `${when}. ${texts.join(' ')}`);
    this.fillTable(i);
  }

  fillTable(i) {
    const details = byId('neurons-details');
    if (!details.ontoggle) {
      details.ontoggle = () => this.describe();
    }

    if (!details.open) {
      return;
    }

    const rows = this.courses.regions.map((region, r) => el('tr', {}, el('th', { scope: 'row' }, regionNames[region]), ...twins.flatMap(name => {
      const arm = this.arm(name);
      return [arm.healthy, arm.stressed, arm.lost].map(values => el('td', {}, values[r][i] === null ? '–' : wholeText(values[r][i])));
    })));
    byId('neurons-table').replaceChildren(
      el('caption', {}, `Motor neurons of patient ${this.patient} at month ${String(this.month).replace('-', '−')}`),
      el('thead', {},
        el('tr', {}, el('th', { scope: 'col', rowSpan: 2 }, 'Region'), ...twins.map(name => el('th', { scope: 'colgroup', colSpan: 3 }, twinNames[name]))),
        el('tr', {}, ...twins.flatMap(() => ['healthy', 'stressed', 'lost'].map(text => el('th', { scope: 'col' }, text))))),
      el('tbody', {}, ...rows));
  }

  draw() {
    const width = this.canvas.parentElement.clientWidth;
    if (width === 0) {
      return;
    }

    const scale = Math.min(1.05, (width - 76) / 2 / 190);
    const height = Math.round(405 * scale + 34);
    const ratio = devicePixelRatio;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      this.canvas.style.height = `${height}px`;
    }

    const context = this.canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const colours = palette();
    const gap = Math.max(0, Math.min(width - 400 * scale, 120));
    twins.forEach((name, index) => {
      const left = width / 2 + (index === 0 ? -gap / 2 - 200 * scale : gap / 2);
      this.drawTwin(context, name, left, 26, scale, colours);
    });
    context.fillStyle = colours.soft;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = `${width < 400 ? 11 : 12.5}px system-ui, sans-serif`;
    for (const [words, y] of [[['head,', 'throat'], 48], [['arms'], 130], [['breathing'], 190], [['legs'], 320]]) {
      words.forEach((word, line) => context.fillText(word, width / 2, 26 + y * scale + 14 * line));
    }
  }

  drawTwin(context, name, left, top, scale, colours) {
    const arm = this.courses ? this.arm(name) : null;
    const died = arm ? this.diedAt(arm) : null;
    const dead = died !== null && this.month >= died;
    context.save();
    context.fillStyle = colours[name];
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    context.font = `600 ${scale < 0.8 ? 12 : 14}px system-ui, sans-serif`;
    context.fillText(twinNames[name], left + 100 * scale, 16);
    context.translate(left, top);
    context.scale(scale, scale);
    outline(context, colours);
    if (dead) {
      context.fillStyle = colours.ink;
      context.font = `${15 / scale}px system-ui, sans-serif`;
      context.fillText('died', 100, 160);
      context.fillText(`month ${died}`, 100, 160 + 20 / scale);
    } else if (arm) {
      this.regions.forEach(({ gap, places: dots }, region) => {
        const { healthy, stressed } = this.counts(arm, region, this.time);
        const lostDots = dots.length - Math.round((healthy + stressed) / this.perDot);
        const illDots = dots.length - Math.round(healthy / this.perDot);
        dots.forEach(([x, y], i) => dot(context, i < lostDots ? 'lost' : i < illDots ? 'stressed' : 'healthy', x, y, gap * 0.36, colours));
      });
    }

    context.restore();
  }
}

/** The outline around all capsules together: they are drawn in its colour, then again, smaller, in the colour of the paper. */
function outline(context, colours) {
  for (const [colour, more] of [[colours.body, 5], [colours.paper, 3.4]]) {
    context.fillStyle = colour;
    for (const [x1, y1, r1, x2, y2, r2] of Object.values(body).flat()) {
      const turn = Math.atan2(y2 - y1, x2 - x1);
      const lean = Math.acos((r1 - r2) / Math.hypot(x2 - x1, y2 - y1));
      context.beginPath();
      context.arc(x1, y1, r1 + more, turn + lean, turn - lean + 2 * Math.PI);
      context.arc(x2, y2, r2 + more, turn - lean, turn + lean);
      context.closePath();
      context.fill();
    }
  }
}

/** Healthy: a full disc. Stressed: a diamond. Lost: a small cross. */
function dot(context, state, x, y, size, colours) {
  context.fillStyle = context.strokeStyle = colours[state];
  context.beginPath();
  if (state === 'healthy') {
    context.arc(x, y, size, 0, 2 * Math.PI);
    context.fill();
  } else if (state === 'stressed') {
    const arm = 1.35 * size;
    context.moveTo(x, y - arm);
    context.lineTo(x + arm, y);
    context.lineTo(x, y + arm);
    context.lineTo(x - arm, y);
    context.fill();
  } else {
    const arm = 0.6 * size;
    context.lineWidth = 0.28 * size;
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
    context.stroke();
  }
}

/** Draws the legend's samples. */
export function drawDotLegend() {
  for (const canvas of document.querySelectorAll('canvas[data-dot]')) {
    const draw = () => {
      Object.assign(canvas, { width: 40, height: 40 });
      dot(canvas.getContext('2d'), canvas.dataset.dot, 20, 20, 13, palette());
    };
    draw();
    onPalette(draw);
  }
}
