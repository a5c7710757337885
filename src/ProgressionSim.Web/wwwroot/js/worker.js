// Hosts the engine: the product's own code, compiled to WebAssembly. A run is simulated a few patients at a time, so that a new request never waits long, and
// what is known so far is posted again and again. The first worker leads; others, on their own processors, simulate patients for it and send it their counts.
import { dotnet } from '../_framework/dotnet.js';

const firstPartMilliseconds = 15;
const partMilliseconds = 60;
const helperPartMilliseconds = 120;
const resultsTakeAtMost = 0.15;   // of the time; the rest is left for simulating
const lanes = 4;                  // patients are simulated four at a time

let engine;
let loaded;
const loading = new Promise(resolve => { loaded = resolve; });   // what is asked for before is done after it

/** How many patients take a time; learns from each part. */
class Pace {
  #millisecondsPerPatient = 4;

  patientsIn(milliseconds) {
    return Math.max(lanes, lanes * Math.floor(milliseconds / this.#millisecondsPerPatient / lanes));
  }

  learn(patients, milliseconds) {
    this.#millisecondsPerPatient = Math.max(0.05, (this.#millisecondsPerPatient + milliseconds / patients) / 2);
  }
}

const pace = new Pace();

/** Patients of a run that nobody has taken yet, as ranges. */
class Remaining {
  #ranges;

  constructor(patients) {
    this.#ranges = [{ first: 0, count: patients }];
  }

  get isEmpty() {
    return this.#ranges.length === 0;
  }

  take(count) {
    const range = this.#ranges[0];
    const taken = { first: range.first, count: Math.min(count, range.count) };
    range.first += taken.count;
    range.count -= taken.count;
    if (range.count === 0) {
      this.#ranges.shift();
    }
    return taken;
  }

  giveBack(range) {
    this.#ranges.push(range);
  }
}

/** Another worker as the leading one sees it. It always has its next patients before it has finished the last ones, since the leader may be busy when it has. */
class Helper {
  #pace = new Pace();
  #number;
  #port;
  #given = [];   // { run, range }, the oldest first

  constructor(number, port) {
    this.#number = number;
    this.#port = port;
    port.onmessage = ({ data }) => this.#receive(data);
  }

  /** Gives the helper patients of a run, unless it has enough to do. */
  engage(run) {
    while (this.#given.length < 2 && !run.remaining.isEmpty) {
      const range = run.remaining.take(this.#pace.patientsIn(helperPartMilliseconds));
      this.#given.push({ run, range });
      this.#port.postMessage({ id: run.id, scenario: run.scenario, sets: run.sets, ...range });
    }
  }

  /** The helper is gone: what it was given must be simulated by somebody else; what it has sent stays. */
  lose() {
    this.#given.forEach(({ run, range }) => run.remaining.giveBack(range));
    this.#port.close();
  }

  #receive({ part, milliseconds }) {
    const { run, range } = this.#given.shift();
    this.#pace.learn(range.count, milliseconds);
    if (run === current) {
      engine.Take(this.#number, part);
      run.done += range.count;
    }
    if (current) {
      this.engage(current);
    }
    wakeUp();
  }
}

const helpers = new Map();   // by number
let current = null;          // the run under way: { id, scenario, sets, remaining, done, total }

let wakeUp = () => {};
/**
 * Lets messages in that came while the engine was busy; with nothing left to simulate here, waits for a helper. A timer does it: messages to oneself, which are
 * faster, keep those of helpers waiting.
 */
const breathe = onlyForHelpers => new Promise(resolve => {
  wakeUp = resolve;
  if (!onlyForHelpers) {
    setTimeout(resolve);
  }
});

async function run({ id, scenario, sets }) {
  const started = performance.now();
  current = null;
  const problem = engine.Open(scenario, sets);
  if (problem) {
    postMessage({ id, type: 'problems', texts: [problem] });
    return;
  }
  const total = engine.Patients();
  const mine = { id, scenario, sets, remaining: new Remaining(total), done: 0, total };
  current = mine;
  helpers.forEach(helper => helper.engage(mine));
  postMessage({ id, type: 'meanField', value: engine.Typical(scenario, sets) });
  let budget = firstPartMilliseconds;
  let nextResult = 0;
  while (mine.done < total) {
    await breathe(mine.remaining.isEmpty);
    if (current !== mine) {
      return;
    }
    if (!mine.remaining.isEmpty) {
      const { first, count } = mine.remaining.take(pace.patientsIn(budget));
      const before = performance.now();
      engine.Simulate(first, count);
      pace.learn(count, performance.now() - before);
      mine.done += count;
      budget = partMilliseconds;
    }
    const now = performance.now();
    if (mine.done === total || (mine.done > 0 && now >= nextResult)) {
      const sha256 = mine.done === total ? engine.Sha256(scenario, sets) : null;
      postMessage({ id, type: 'result', value: engine.Result(), sha256, done: mine.done, total, milliseconds: now - started });
      const after = performance.now();
      nextResult = after + (after - now) / resultsTakeAtMost;
    } else {
      postMessage({ id, type: 'progress', done: mine.done, total });
    }
  }
  current = null;
}

/** Simulates patients for the leading worker; sends what it has counted of the run since its first part. */
function help(port) {
  let opened = null;
  port.onmessage = ({ data: { id, scenario, sets, first, count } }) => {
    const started = performance.now();
    if (id !== opened) {
      engine.Open(scenario, sets);
      opened = id;
    }
    engine.Simulate(first, count);
    const part = engine.Part();
    port.postMessage({ part, milliseconds: performance.now() - started }, [part.buffer]);
  };
}

const requests = {
  courses: ({ scenario, sets, patients }) => engine.Courses(scenario, sets, patients),
  futures: ({ scenario, sets, patient, count }) => engine.Futures(scenario, sets, patient, count),
  scenario: ({ scenario, sets }) => engine.Scenario(scenario, sets),
  trial: ({ id, scenario, sets, trials }) => engine.Trials(scenario, sets, trials, (stage, done, total) => postMessage({ id, type: 'progress', stage, done, total })),
};

onmessage = async ({ data }) => {
  try {
    await loading;
    switch (data.type) {
      case 'run':
        await run(data);
        break;
      case 'cancel':
        current = current?.id === data.run ? null : current;
        break;
      case 'lead':
        helpers.set(data.number, new Helper(data.number, data.port));
        if (current) {
          helpers.get(data.number).engage(current);
        }
        break;
      case 'lost':
        helpers.get(data.number)?.lose();
        helpers.delete(data.number);
        wakeUp();
        break;
      case 'help':
        help(data.port);
        break;
      default:
        postMessage({ id: data.id, type: 'answer', value: requests[data.type](data) });
    }
  } catch (error) {
    postMessage({ id: data.id, type: 'failed', message: String(error?.message ?? error) });
  }
};

// When a file cannot be had, the loader tries again, and at last says so in a promise of its own while the one below stays open for ever.
addEventListener('unhandledrejection', ({ reason }) => {
  if (!engine && /^download .* failed/.test(reason?.message)) {
    postMessage({ type: 'unavailable', message: reason.message });
  }
});

try {
  const { getAssemblyExports, getConfig, runMain } = await dotnet.create();
  await runMain();
  engine = (await getAssemblyExports(getConfig().mainAssemblyName)).ProgressionSim.Web.EngineExports;
  loaded();
  postMessage({ type: 'ready', value: engine.About() });
} catch (error) {
  postMessage({ type: 'unavailable', message: String(error?.message ?? error) });
}
