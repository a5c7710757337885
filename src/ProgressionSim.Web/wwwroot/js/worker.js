// Hosts the engine: the product's own code, compiled to WebAssembly. A run is simulated a few patients at a time, so that a new request never waits long, and
// what is known so far is posted again and again.
import { dotnet } from '../_framework/dotnet.js';

const firstPartMilliseconds = 30;
const partMilliseconds = 60;
const resultsTakeAtMost = 0.2;   // of the time; the rest is left for simulating
const lanes = 4;                  // patients are simulated four at a time

let engine;
let newestRun = 0;
let millisecondsPerPatient = 4;   // learnt from each part

const { port1: wake, port2: sleep } = new MessageChannel();
/** Lets messages in that came while the engine was busy. */
const breathe = () => new Promise(resolve => { wake.onmessage = resolve; sleep.postMessage(null); });

async function run({ id, scenario, sets }) {
  newestRun = id;
  const started = performance.now();
  const problem = engine.Open(scenario, sets);
  if (problem) {
    postMessage({ id, type: 'problems', texts: [problem] });
    return;
  }
  postMessage({ id, type: 'meanField', value: engine.Typical(scenario, sets) });
  const total = engine.Total();
  let budget = firstPartMilliseconds;
  let nextResult = 0;
  for (let done = 0; done < total;) {
    await breathe();
    if (newestRun !== id) {
      return;
    }
    const patients = Math.max(lanes, lanes * Math.floor(budget / millisecondsPerPatient / lanes));
    const before = performance.now();
    const already = done;
    done = engine.Simulate(patients);
    const after = performance.now();
    millisecondsPerPatient = Math.max(0.05, (millisecondsPerPatient + (after - before) / (done - already)) / 2);
    budget = partMilliseconds;
    if (done === total || after >= nextResult) {
      postMessage({ id, type: 'result', value: engine.Result(), done, total, milliseconds: after - started });
      const now = performance.now();
      nextResult = now + (now - after) / resultsTakeAtMost;
    } else {
      postMessage({ id, type: 'progress', done, total });
    }
  }
}

const requests = {
  courses: ({ scenario, sets, patients }) => engine.Courses(scenario, sets, patients),
  futures: ({ scenario, sets, patient, count }) => engine.Futures(scenario, sets, patient, count),
  scenario: ({ scenario, sets }) => engine.Scenario(scenario, sets),
  trial: ({ id, scenario, sets, trials }) => engine.Trials(scenario, sets, trials, (stage, done, total) => postMessage({ id, type: 'progress', stage, done, total })),
};

onmessage = async ({ data }) => {
  try {
    if (data.type === 'run') {
      await run(data);
    } else if (data.type === 'cancel') {
      newestRun = newestRun === data.run ? 0 : newestRun;
    } else {
      postMessage({ id: data.id, type: 'answer', value: requests[data.type](data) });
    }
  } catch (error) {
    postMessage({ id: data.id, type: 'failed', message: String(error?.message ?? error) });
  }
};

try {
  const { getAssemblyExports, getConfig, runMain } = await dotnet.create();
  await runMain();
  engine = (await getAssemblyExports(getConfig().mainAssemblyName)).ProgressionSim.Web.EngineExports;
  postMessage({ type: 'ready', value: engine.About() });
} catch (error) {
  postMessage({ type: 'unavailable', message: String(error?.message ?? error) });
}
