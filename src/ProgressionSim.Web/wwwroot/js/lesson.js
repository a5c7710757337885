// Runs a lesson: read, predict, run, explain, think on. The lesson is data (lessons/*.js); what it asks of the page is the page's interface.

import { lessons } from '../lessons/index.js';
import { number } from '../lessons/reading.js';
import { sources } from '../lessons/sources.js';
import { el } from './dom.js';
import { settingsOf } from './state.js';
import { estimatesFigure, progressText, runTrials, squares, startGame } from './trial-game.js';

document.head.append(el('link', { rel: 'stylesheet', href: new URL('../lessons/lessons.css', import.meta.url).href }));

const labels = { known: 'Known', assumed: 'Assumed', disputed: 'Disputed' };

const link = source => el('a', { href: source.href, rel: 'noopener' }, source.text);

/**
 * Shows a lesson in the page's section for lessons, at the step that the page's view names ("lesson.NAME.STEP", counted from 1), until the view is of another.
 * What a lesson needs of the page stands in main.js.
 */
export function startLesson(lesson, page) {
  new LessonRunner(lesson, page).start();
}

class LessonRunner {
  guesses = {};
  found = {};
  step = 0;
  hasEnded = false;

  constructor(lesson, page) {
    this.lesson = lesson;
    this.page = page;
    this.section = document.getElementById('lesson');
  }

  start() {
    this.stopFollowing = this.page.onState(state => this.follow(state.view));
    this.show(this.stepIn(this.page.state.view) ?? 0);
  }

  /** The step a view names, from 0; null when the view is not of this lesson. A step that does not exist is the first or last. */
  stepIn(view) {
    const [kind, name, step] = view.split('.');
    return kind === 'lesson' && name === this.lesson.name ? Math.min(Math.max((Number.parseInt(step, 10) || 1) - 1, 0), this.lesson.steps.length - 1) : null;
  }

  /** Follows a view that was changed elsewhere: another step is shown, another view ends the lesson. */
  follow(view) {
    const step = this.stepIn(view);
    if (step === null) {
      this.hasEnded = true;
      this.stopFollowing();
    } else if (step !== this.step) {
      this.show(step);
    }
  }

  show(index) {
    this.step = index;
    const step = this.lesson.steps[index];
    this.page.setState({ view: `lesson.${this.lesson.name}.${index + 1}` });
    this.page.lockControls(true);
    // At the end everything is there to play with.
    this.page.showOnly(step.questions ? null : step.show ?? []);

    const heading = el('h3', { tabIndex: -1 }, step.heading);
    this.body = el('div', { className: 'lesson-body' });
    this.next = el('button', { type: 'button', className: 'primary', 'data-testid': 'lesson-next' }, 'Next');
    const back = el('button', { type: 'button', 'data-testid': 'lesson-back', disabled: index === 0 }, 'Back');
    const leave = el('button', { type: 'button', 'data-testid': 'lesson-leave' }, 'Leave the lesson');
    this.proceed = () => this.show(index + 1);
    this.next.addEventListener('click', () => this.proceed());
    back.addEventListener('click', () => this.show(index - 1));
    leave.addEventListener('click', () => this.page.closeLesson());

    this.body.append(...(step.text ?? []).map(text => el('p', {}, text)), ...this.notes(step));
    const buttons = el('p', { className: 'lesson-buttons' }, back, this.next, leave);
    this.section.replaceChildren(
      el(index === 0 ? 'p' : 'h2', { className: 'lesson-where' }, `Lesson: ${this.lesson.title}. Step ${index + 1} of ${this.lesson.steps.length}`),
      ...(index === 0 ? [el('h2', {}, this.lesson.title), this.introduction()] : []),
      heading, this.body, buttons);
    Object.assign(this.section.dataset, { lesson: this.lesson.name, step: `${index + 1}`, steps: `${this.lesson.steps.length}` });

    if (step.predict) {
      this.ask(step.predict);
    } else if (step.runs) {
      this.run(step, index);
    } else if (step.game) {
      this.next.disabled = true;
      this.body.append(startGame(this.page, () => { this.next.disabled = false; }));
    } else if (step.questions) {
      this.end(step);
    }

    heading.focus();
  }

  introduction() {
    return el('div', { className: 'lesson-introduction' },
      el('p', { className: 'lesson-question' }, this.lesson.question),
      el('p', {}, `About ${this.lesson.minutes} minutes. Afterwards: ${this.lesson.goal}`),
      el('p', { className: 'lesson-care' }, 'People with ALS and their families may be among those who read this. Patients and drug on this page are invented. Nothing here is medical advice or says that a drug works.'));
  }

  notes(step) {
    return (step.notes ?? []).map(([kind, text, source]) => el('p', { className: `lesson-note ${kind}` },
      el('strong', {}, `${labels[kind]}: `), text, ...(source ? [' (', link(sources[source]), ')'] : [])));
  }

  /** Asks for a prediction, which must be there before the next step. */
  ask(predict) {
    const error = el('p', { className: 'lesson-error', role: 'alert' });
    const field = predict.kind === 'choice' ? this.choice(predict) : this.number(predict);
    field.element.addEventListener('input', () => { error.textContent = ''; });
    this.body.append(field.element, error);
    this.next.textContent = 'Run it and compare';
    const { proceed } = this;
    this.proceed = () => {
      const problem = field.problem();
      if (problem === null) {
        proceed();
      } else {
        error.textContent = problem;
        field.first.focus();
      }
    };
  }

  choice({ id, legend, choices }) {
    const inputs = choices.map(({ value }) => el('input', { type: 'radio', name: `lesson-${id}`, value, checked: this.guesses[id] === value, 'data-testid': 'lesson-choice' }));
    inputs.forEach(input => input.addEventListener('change', () => { this.guesses[id] = input.value; }));
    return {
      element: el('fieldset', { className: 'lesson-prediction' }, el('legend', {}, legend), ...choices.map(({ text }, i) => el('label', {}, inputs[i], ` ${text}`))),
      first: inputs[0],
      problem: () => (this.guesses[id] === undefined ? 'Choose one answer first. A guess is fine.' : null),
    };
  }

  /** A number and a slider for the same; the slider counts as an answer once it has been moved. */
  number({ id, label, unit, min, max, step }) {
    const guess = this.guesses[id];
    const field = el('input', { type: 'number', id: `lesson-${id}`, min, max, step, value: guess ?? '', inputMode: 'decimal', 'data-testid': 'lesson-choice' });
    const slider = el('input', { type: 'range', min, max, step, 'aria-label': label });
    slider.value = guess ?? (min + max) / 2;
    const set = value => { this.guesses[id] = value; };
    const read = () => (field.value === '' ? Number.NaN : Number(field.value));
    const isGood = value => value >= min && value <= max && Math.abs(value / step - Math.round(value / step)) < 1e-9;
    field.addEventListener('input', () => {
      set(isGood(read()) ? read() : undefined);
      slider.value = isGood(read()) ? read() : slider.value;
    });
    slider.addEventListener('input', () => {
      field.value = slider.value;
      set(Number(slider.value));
    });
    return {
      element: el('div', { className: 'lesson-prediction' },
        el('p', {}, el('label', { htmlFor: `lesson-${id}` }, label)), el('p', { className: 'lesson-number' }, slider, field, ` ${unit}s`)),
      first: field,
      problem: () => (this.guesses[id] === undefined ? `Give a number from ${min} to ${max}${step === 1 ? '' : ` in steps of ${step}`} first, or move the slider. A guess is fine.` : null),
    };
  }

  /** Makes the runs of a step that are not there yet, and explains what came out. */
  async run(step, index) {
    const isHere = () => !this.hasEnded && result.isConnected;
    const status = el('p', { role: 'status', 'data-testid': 'lesson-status' }, 'The simulation is running …');
    const result = el('div', { className: 'lesson-result', 'data-testid': 'lesson-result' });
    this.body.append(status, result);
    this.next.disabled = true;
    try {
      for (const run of step.runs) {
        // The last run of a step is made even if its result is known: the page's charts show it.
        if (this.found[run.name] === undefined || (run === step.runs.at(-1) && run.what === 'population')) {
          this.found[run.name] = await this.make(run, text => { status.textContent = text; });
        }

        if (!isHere()) {
          return;
        }
      }
    } catch (failure) {
      if (isHere()) {
        status.textContent = `The simulation stopped: ${failure.message}`;
        const again = el('button', { type: 'button' }, 'Try again');
        again.addEventListener('click', () => this.show(index));
        result.replaceChildren(again);
      }

      return;
    }

    if (step.look) {
      this.page.setState(step.look(this.found));
    }

    const { verdict, text, bars, then = [] } = step.explain(this.found, this.guesses);
    status.textContent = 'The run is finished. The explanation follows.';
    result.append(el('p', { className: 'lesson-verdict', 'data-testid': 'lesson-verdict' }, verdict));
    if (step.drawTrials) {
      result.append(...this.trialFigures(step.drawTrials));
    }

    if (step.draw) {
      const container = el('div', { className: 'lesson-figure' });
      result.append(container);
      step.draw(this.found, container, this.page);
    }

    result.append(...text.map(each => el('p', {}, each)), ...(bars ? [barsFigure(bars)] : []), ...then.map(each => el('p', {}, each)));
    this.next.disabled = false;
  }

  make(run, say) {
    const { page } = this;
    if (run.what === 'trial') {
      return runTrials(page, run.design, step => say(progressText(step)));
    }

    page.setState(run.state);
    switch (run.what) {
      case 'population': return page.run();
      case 'courses': return page.engine.courses(settingsOf(page.state), { patients: run.patients });
      default: return page.engine.futures(settingsOf(page.state), { patient: run.patient, count: run.count });
    }
  }

  trialFigures(hypothesis) {
    const { trial } = this.found;
    return hypothesis === 'effect'
      ? [squares(trial.found, trial.trials, 'Trials that found the effect'), estimatesFigure(trial)]
      : [squares(trial.foundInNoEffect, trial.trials, 'Trials with a false alarm, though the drug did nothing')];
  }

  end(step) {
    this.body.append(
      ...step.questions.map(({ ask, answer }) => el('details', { className: 'lesson-think' }, el('summary', {}, ask), el('p', {}, answer))),
      el('h4', {}, 'Sources'), el('ul', { className: 'lesson-sources' }, ...this.lesson.sources.map(name => el('li', {}, link(sources[name])))),
      el('p', {}, 'All settings of the page are below and free to use: change what you like and see.'));
    this.page.lockControls(false);
    const following = lessons[lessons.indexOf(this.lesson) + 1];
    if (following) {
      this.next.textContent = `Next lesson: ${following.title}`;
      this.next.dataset.testid = 'lesson-following';
      this.proceed = () => this.page.setState({ view: `lesson.${following.name}.1` });
    } else {
      this.next.remove();
    }
  }
}

/** Bars with their numbers, as a table that anybody can read. */
function barsFigure({ caption, max, rows }) {
  return el('table', { className: 'lesson-bars' }, el('caption', {}, caption), el('tbody', {}, ...rows.map(({ label, value, text }) => {
    const bar = el('span', { className: 'bar' });
    bar.style.width = `${number(Math.max(0, Math.min(1, value / max)) * 100, 1)}%`;
    return el('tr', {}, el('th', { scope: 'row' }, label), el('td', {}, el('span', { className: 'track', 'aria-hidden': 'true' }, bar)), el('td', {}, text));
  })));
}
