// Wires the page: state -> engine -> answer, charts, neurons.
//
// Lessons get an object `page`:
//   page.state                 a copy of the state (see state.js)
//   page.setState(partial)     changes some of it; what decides numbers starts a run; { view: 'lesson.NAME.STEP' } keeps a lesson's step in the link
//   page.onState(callback)     hears of every change; returns a function that ends this
//   page.run()                 Promise of the final result of the current settings; rejects with an Error when they change or the run fails
//   page.engine                see engine.js
//   page.showOnly(names)       shows only these blocks: 'controls', 'answer', 'neurons', 'chart-alsfrs', 'chart-survival', 'chart-neurofilament'; null: all
//   page.lockControls(locked)  makes the settings unusable, or usable again
//   page.drawFutures(container, courses)  draws what engine.futures gave in an empty element
//   page.closeLesson()         back to the main view
// startLesson(lesson, page) of lesson.js fills <section id="lesson">.

import { Charts } from './charts.js';
import { Controls } from './controls.js';
import { byId, copy, el, monthText, tenthsText, wholeText } from './dom.js';
import { Engine } from './engine.js';
import { Messages } from './errors.js';
import { drawFutures } from './futures.js';
import { NativeRuns } from './native.js';
import { NeuronField, drawDotLegend } from './neurons.js';
import { ScenarioDialog } from './scenario.js';
import { defaults, fromHash, lookDefaults, settingsOf, toHash } from './state.js';

const messages = new Messages();
const listeners = new Set();
const link = fromHash(location.hash);
let state = link.state;

/** What the settings have come to: { key, settings, promise, resolve, reject, run, typical, result, done, total }. */
let current = null;
/** The last result that was drawn, with its state: { result, done, total, state }. */
let shown = null;
let coursesKey = null;
/** Whether a run was finished, or the settings changed, since the engine last crashed: then it is worth another try. */
let mayRestart = true;
let lastAnnounced = 0;
let linkTimer = null;
let isLoaded = false;

const engine = new Engine({ onCrash: crashed });
globalThis.progressionSim = { engine };

const controls = new Controls(change);
const charts = new Charts({ credits, stamp, onTable: tableToggled });
const field = new NeuronField({ onLook: change, onMonth: month => charts.mark(month) });
const native = new NativeRuns({
  scenario: patients => scenario({ patients }),
  onStart: () => messages.clear('unexpected'),
  onResult: result => { stopRun('A big run took its place.'); begin(); accept(result, { done: result.patients, total: result.patients }); },
  onError: error => messages.unexpected('The big run did not work', error),
});
new ScenarioDialog(() => scenario({}), error => messages.unexpected('The scenario could not be written', error));

const page = {
  engine,
  drawFutures,
  get state() {
    return { ...state };
  },
  setState: change,
  onState(callback) {
    listeners.add(callback);
    return () => listeners.delete(callback);
  },
  run() {
    if (current?.key !== JSON.stringify(settingsOf(state)) || current.failed) {
      start();
    }

    return current.promise;
  },
  showOnly(names) {
    for (const block of document.querySelectorAll('[data-block]')) {
      block.hidden = names !== null && !names.includes(block.dataset.block) && !block.closest(names.map(name => `[data-block="${name}"]`).join(',') || 'none');
    }

    for (const name of ['controls', 'neurons']) {
      document.body.classList.toggle(`without-${name}`, names !== null && !names.includes(name));
    }
  },
  lockControls: locked => controls.lock(locked),
  closeLesson() {
    change({ view: 'main' });
  },
};

/** Changes part of the state, shows it, and runs what the numbers need. */
function change(partial) {
  const before = state;
  state = { ...state, ...partial };
  controls.set(state);
  keepLink();
  if (state.patient !== before.patient) {
    field.setPatient(state.patient);
  }

  if (state.month !== before.month && state.month !== null && state.month !== field.month) {
    field.stop();
    field.setMonth(state.month);
  }

  if (state.tables.join() !== before.tables.join()) {
    charts.openTables(state.tables);
  }

  if (JSON.stringify(settingsOf(state)) !== JSON.stringify(settingsOf(before))) {
    native.cancel();
    mayRestart = true;
    start();
  }

  if (lessonOf(state.view) !== lessonOf(before.view)) {
    openView();
  }

  listeners.forEach(callback => callback(page.state));
}

/** The scenario of the settings, some of them changed. */
async function scenario(changes) {
  await engine.ready;
  return engine.scenario(settingsOf({ ...state, ...changes }));
}

/** The settings as they are now begin to have results. */
function begin() {
  const settings = settingsOf(state);
  current = { key: JSON.stringify(settings), settings, typical: null, result: null, done: 0, total: state.patients, failed: false };
  Object.assign(current, Promise.withResolvers?.() ?? resolvers());
  // Nobody may be waiting for this run.
  current.promise.catch(() => {});
  return current;
}

function resolvers() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}

function stopRun(why) {
  current?.run?.cancel();
  current?.reject(new Error(why));
}

/** Runs the settings as soon as there is an engine: the typical patient at once, then more and more patients. */
async function start() {
  stopRun('The settings have changed.');
  const mine = begin();
  messages.clear('problems');
  messages.clear('unexpected');
  byId('answer').classList.add('old');
  status(isLoaded ? 'Calculating …' : 'Loading the simulation …', 0, state.patients, true);
  try {
    await engine.ready;
  } catch {
    // Whoever started the engine tells.
    return;
  }

  if (mine !== current) {
    return;
  }

  mine.run = engine.run(mine.settings, {
    onMeanField(typical) {
      if (mine === current && !mine.result) {
        mine.typical = typical;
        draw();
      }
    },
    onResult(result, progress) {
      if (mine === current) {
        accept(result, progress);
      }
    },
    onProgress({ done, total }) {
      if (mine === current) {
        status(line(done, total), done, total, false);
      }
    },
    onError(error) {
      if (mine === current) {
        mine.failed = true;
        messages.unexpected('The calculation failed', error);
        status('Stopped.', 0, 0, true);
        mine.reject(error);
      }
    },
    onProblems(texts) {
      if (mine === current) {
        mine.failed = true;
        messages.impossible(texts);
        status('These settings cannot be simulated.', 0, 0, true);
        mine.reject(new Error(texts.join(' ')));
      }
    },
  });
}

/** Shows a result of some or all patients. */
function accept(result, { done, total }) {
  const final = done === total;
  Object.assign(current, { result, done, total });
  shown = { result, done, total, state };
  byId('answer').textContent = result.answer;
  byId('answer').classList.remove('old');
  draw();
  status(line(done, total), done, total, final);
  if (final) {
    mayRestart = true;
    byId('findings').replaceChildren(...[...result.findings, ...clamped(result)].map(text => el('li', {}, text)));
    byId('cautions').replaceChildren(...result.cautions.map(text => el('li', {}, text)));
    current.resolve(result);
  }

  showCourses();
}

/** How far a run has come. */
function line(done, total) {
  const patients = `${wholeText(done)} of ${wholeText(total)} patients`;
  return done === total ? patients : `${patients} so far; ${current.result ? narrowing(current.result) : 'the interval is still narrowing'}`;
}

/** How wide the interval of the answer's difference still is. */
function narrowing(result) {
  const contrast = result.contrasts.find(pair => pair.measure === 'alsfrsTotalDeathZero' && pair.arm === 'later' && pair.against === 'treated');
  const width = contrast ? contrast.high.at(-1) - contrast.low.at(-1) : NaN;
  return Number.isFinite(width) ? `the interval is ±${tenthsText(width / 2)} points and still narrowing` : 'the interval is still narrowing';
}

/** Starts that had to wait for the disease to begin. */
function clamped(result) {
  return result.arms.filter(arm => arm.startedAtBiologicalOnset > 0).map(arm =>
    `Nobody is treated before the first neuron falls ill. For ${wholeText(arm.startedAtBiologicalOnset)} of ${wholeText(result.analysed)} patients in the arm “${arm.name}” that is when treatment starts; `
    + `half of all starts there come ${monthText(arm.medianStartMonths)} or earlier.`);
}

/** Progress for eyes at once; for ears not more often than every two seconds. */
function status(text, done, total, now) {
  const line = byId('status');
  Object.assign(line.dataset, { done, total });
  byId('progress').value = total > 0 ? done / total : 0;
  byId('progress').classList.toggle('done', total > 0 && done === total);
  if (now || performance.now() - lastAnnounced > 2000 || line.textContent.endsWith('…')) {
    line.textContent = text;
    lastAnnounced = performance.now();
  }
}

function draw() {
  const { typical, result, done, total } = current;
  const months = result?.months ?? typical.months;
  const startOf = (name, planned) => result?.arms.find(arm => arm.name === name).medianStartMonths ?? planned;
  charts.show({
    months,
    typical,
    result,
    final: result !== null && done === total,
    marks: [{ arm: 'treated', month: startOf('treated', state.startMonths) }, { arm: 'later', month: startOf('later', state.startMonths + state.delayMonths) }],
  });
}

/** Asks for the first patients of the current settings, once, when the run leaves room for it. */
async function showCourses() {
  const { key, settings } = current;
  if (coursesKey !== null) {
    return;
  }

  if (field.key === key) {
    return;
  }

  coursesKey = key;
  try {
    const courses = await engine.courses(settings, { patients: 8 });
    if (current.key === key) {
      const first = !field.courses;
      field.key = key;
      field.show(courses);
      if (first && state.month === null && state.view === 'main' && !field.reduced.matches) {
        field.setMonth(courses.months[0]);
        field.play();
      }
    }
  } catch (error) {
    // After a crash they are asked for again.
    if (current.key === key && coursesKey === key) {
      messages.unexpected('The single patients could not be shown', error);
    }
  } finally {
    coursesKey = null;
    if (current.key !== key && current.result) {
      showCourses();
    }
  }
}

/** The engine has been replaced; the run starts again, but not for ever. */
function crashed(message) {
  const again = mayRestart;
  mayRestart = false;
  messages.clear('unexpected');
  messages.crashed(message, again ? null : start);
  coursesKey = null;
  if (again) {
    start();
  } else {
    status('Stopped.', 0, 0, true);
    stopRun(message);
  }
}

/** Where numbers come from, for tables and exports. */
function credits() {
  const { result, done, total, state: of } = shown;
  const patients = done === total ? `${wholeText(done)} patients` : `${wholeText(done)} of ${wholeText(total)} patients so far`;
  return {
    patients,
    lines: [
      `ProgressionSim ${result.version}; scenario when-to-start, sha256 ${result.sha256}`,
      `seed ${result.seed}; ${patients}, of whom ${wholeText(result.analysed)} are analysed`,
      `treatment ${monthText(of.startMonths)}, later start ${of.delayMonths} months after that; drug lowers the protein by ${Math.round(100 * of.knockdown)} %; `
        + `progression rate ${of.speed}; silent loss ${of.silentLoss ? 'on' : 'off'}`,
      'A model with an invented drug; no medical advice. Months count from the first symptoms of the untreated twin.',
    ],
  };
}

function stamp() {
  return `when-to-start-seed-${shown.result.seed}`;
}

function tableToggled(name, open) {
  if (state.tables.includes(name) !== open) {
    change({ tables: open ? [...state.tables, name] : state.tables.filter(table => table !== name) });
  }
}

/** Browsers slow down pages that change their address too often. */
function keepLink() {
  clearTimeout(linkTimer);
  linkTimer = setTimeout(() => history.replaceState(null, '', toHash(state)), 150);
}

function lessonOf(view) {
  return view.startsWith('lesson.') ? view.split('.')[1] : null;
}

/** Opens the lesson of the view, or the main view. */
async function openView() {
  const name = lessonOf(state.view);
  const section = byId('lesson');
  section.replaceChildren();
  section.hidden = name === null;
  page.showOnly(null);
  page.lockControls(false);
  field.stop();
  for (const card of document.querySelectorAll('#lesson-cards button')) {
    card.setAttribute('aria-pressed', card.dataset.name === (name ?? 'main'));
  }

  if (name === null) {
    return;
  }

  try {
    const [{ startLesson }, { lessons }] = await Promise.all([import('./lesson.js'), import('../lessons/index.js')]);
    const lesson = lessons.find(each => each.name === name);
    if (lesson) {
      await startLesson(lesson, page);
    } else {
      messages.badLink(['The link names a lesson that is not here.']);
      page.closeLesson();
    }
  } catch (error) {
    messages.unexpected('The lesson could not be opened', error);
    page.closeLesson();
  }
}

/** Cards that open the lessons. */
async function listLessons() {
  const card = (name, testId, title, text) => {
    const button = el('button', { type: 'button', 'data-testid': testId, 'data-name': name, 'aria-pressed': String((lessonOf(state.view) ?? 'main') === name) },
      el('strong', {}, title), ...(text ? [el('span', {}, text)] : []));
    button.addEventListener('click', () => change({ view: name === 'main' ? 'main' : `lesson.${name}` }));
    return el('li', {}, button);
  };
  try {
    const { lessons } = await import('../lessons/index.js');
    byId('lesson-cards').append(card('main', 'view-main', 'Explore', 'all settings'), ...lessons.map(lesson =>
      card(lesson.name, `lesson-${lesson.name}`, lesson.title, lesson.minutes ? `lesson, ${lesson.minutes} minutes` : 'lesson')));
  } catch (error) {
    messages.unexpected('The lessons could not be loaded', error);
  }
}

/** Keeps a copy for use without a connection; a newer version replaces it at the next reload. */
async function workOffline() {
  if (!('serviceWorker' in navigator) || !isSecureContext) {
    return;
  }

  const old = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => old && messages.newVersion());
  try {
    const registration = await navigator.serviceWorker.register('offline.js', { updateViaCache: 'none' });
    await registration.update();
  } catch {
    // No connection, or a host without this file: the page works all the same.
  }
}

function share() {
  history.replaceState(null, '', toHash(state));
  byId('share-row').hidden = false;
  byId('share-link').value = location.href;
  copy(byId('share-link'), byId('share-says'));
}

byId('share-button').addEventListener('click', share);
byId('reset').addEventListener('click', () => change({ ...defaults }));
byId('skip').addEventListener('click', event => { event.preventDefault(); byId('answer-block').focus(); });
addEventListener('hashchange', () => {
  const { state: wanted, problems } = fromHash(location.hash);
  messages.clear('link');
  if (problems.length > 0) {
    messages.badLink(problems);
  }

  change(wanted);
});

drawDotLegend();
controls.set(state);
charts.openTables(state.tables);
field.patient = state.patient;
field.time = state.month ?? lookDefaults.month ?? 0;
charts.mark(field.month);
if (link.problems.length > 0) {
  messages.badLink(link.problems);
}

listLessons();
start();
openView();
engine.ready.then(
  ({ version }) => { isLoaded = true; byId('version').textContent = `ProgressionSim ${version}`; workOffline(); },
  error => {
    messages.clear('unexpected');
    messages.engineFailed(error.message);
    status('Not loaded.', 0, 0, true);
    stopRun(error.message);
  });
document.documentElement.classList.add('ready');
