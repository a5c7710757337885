// Sliders, numbers and switches. They report each change and show the state they are given; the state itself lives elsewhere.

import { byId, monthText, wholeText } from './dom.js';
import { numberIn, ranges } from './state.js';

const percent = value => `${Math.round(100 * value)} %`;

/** What each slider's number means in words. */
const words = {
  startMonths: state => monthText(state.startMonths),
  delayMonths: state => `${state.delayMonths === 1 ? '1 month' : `${state.delayMonths} months`} later`,
  knockdown: state => `${percent(state.knockdown)} less of the protein`,
  speed: state => `${state.speed.toFixed(1)} times typical ALS`,
};

export class Controls {
  /** Binds the fields of the form; onChange gets the part of the state that a person has changed. */
  constructor(onChange) {
    this.form = byId('controls-form');
    this.onChange = onChange;
    this.form.addEventListener('submit', event => event.preventDefault());
    for (const name of Object.keys(words)) {
      const slider = byId(name);
      Object.assign(slider, { min: ranges[name].min, max: ranges[name].max, step: ranges[name].step });
      slider.addEventListener('input', () => onChange({ [name]: numberIn(name, slider.value) ?? ranges[name].min }));
    }

    for (const name of ['patients', 'seed']) {
      byId(name).addEventListener('input', () => this.readNumber(name));
      byId(name).addEventListener('blur', () => this.readNumber(name));
    }

    byId('silentLoss').addEventListener('change', event => onChange({ silentLoss: event.target.checked }));
    for (const button of this.form.querySelectorAll('[data-speed]')) {
      button.addEventListener('click', () => onChange({ speed: Number(button.dataset.speed) }));
    }
  }

  /** Shows a state. A number that is being typed is left alone. */
  set(state) {
    for (const [name, text] of Object.entries(words)) {
      const slider = byId(name);
      slider.value = state[name];
      byId(`${name}-words`).textContent = text(state);
      slider.setAttribute('aria-valuetext', text(state));
    }

    byId('delayMonths-words').textContent += `: ${monthText(state.startMonths + state.delayMonths)}`;
    byId('silentLoss').checked = state.silentLoss;
    for (const name of ['patients', 'seed']) {
      const field = byId(name);
      if (numberIn(name, field.value) !== state[name] && document.activeElement !== field) {
        field.value = state[name];
        this.say(name, '');
      }
    }
  }

  /** Makes every control unusable, or usable again. */
  lock(locked) {
    byId('controls-fields').disabled = locked;
  }

  readNumber(name) {
    const value = numberIn(name, byId(name).value.trim());
    const { min, max } = ranges[name];
    this.say(name, value === null ? `A whole number from ${wholeText(min)} to ${wholeText(max)}, please.` : '');
    if (value !== null) {
      this.onChange({ [name]: value });
    }
  }

  say(name, problem) {
    byId(`${name}-problem`).textContent = problem;
    byId(name).setAttribute('aria-invalid', problem !== '');
  }
}
