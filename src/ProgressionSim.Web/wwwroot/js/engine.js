// The page's view of the engine, which lives in workers of its own: one leads, the others simulate patients for it.

const loadingTakesAtMost = 60_000;
const mostHelpers = 3;   // each takes some 40 MB

/** A worker that is told what for, and asked to say when it cannot go on. */
function startWorker(onMessage, onError) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }) => onMessage(data);
  worker.onerror = event => {
    event.preventDefault();
    onError(event.message || 'The engine could not be loaded.');
  };
  return worker;
}

export class Engine {
  #onCrash;
  #worker;
  #helpers = [];
  #next = 1;
  #pending = new Map();   // id -> { resolve, reject, handlers }
  #resolveReady;
  #rejectReady;

  /** @param {{ onCrash?: (message: string) => void }} options onCrash: told when the engine stopped and was started anew; what was pending is rejected. */
  constructor({ onCrash = () => {} } = {}) {
    this.#onCrash = onCrash;
    this.#start();
  }

  /** Starts a run, which ends the one before. The handlers are those of the contract; all are optional. */
  run(settings, handlers = {}) {
    const id = this.#next++;
    for (const [other, { handlers: running }] of this.#pending) {
      if (running) {
        this.#pending.delete(other);
      }
    }
    this.#pending.set(id, { handlers, reject: error => handlers.onError?.(error) });
    this.#worker.postMessage({ id, type: 'run', ...settings });
    return { cancel: () => { this.#pending.delete(id); this.#worker.postMessage({ type: 'cancel', run: id }); } };
  }

  courses(settings, { patients = 8 } = {}) {
    return this.#ask('courses', { ...settings, patients }).then(JSON.parse);
  }

  futures(settings, { patient = 0, count = 20 } = {}) {
    return this.#ask('futures', { ...settings, patient, count }).then(JSON.parse);
  }

  scenario(settings) {
    return this.#ask('scenario', settings);
  }

  /** Runs trials with and without the drug's effect; onProgress is told { stage, done, total }. */
  trial(settings, { trials = 100 } = {}, onProgress = () => {}) {
    return this.#ask('trial', { ...settings, trials }, onProgress).then(JSON.parse);
  }

  /** What happens to people whose browser runs out of memory, for tests. */
  crashForTest() {
    this.#crashed('The engine was stopped for a test.');
  }

  #ask(type, content, onProgress) {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#pending.set(id, { resolve, reject, onProgress });
      this.#worker.postMessage({ id, type, ...content });
    });
  }

  #start() {
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve;
      this.#rejectReady = reject;
    });
    this.ready.catch(() => {});   // whoever waits for it hears of it
    const timer = setTimeout(() => this.#rejectReady(new Error('The engine did not load within a minute.')), loadingTakesAtMost);
    this.ready.finally(() => clearTimeout(timer)).catch(() => {});
    this.#worker = startWorker(data => this.#receive(data), message => this.#crashed(message));
  }

  /** Workers for the other processors; the page does without those that do not start or do not last. */
  #startHelpers() {
    const leader = this.#worker;
    for (let number = 0; number < Math.min(mostHelpers, (navigator.hardwareConcurrency ?? 1) - 1); number++) {
      const lost = () => {
        helper.terminate();
        leader.postMessage({ type: 'lost', number });
      };
      const helper = startWorker(({ type }) => {
        if (type === 'ready') {
          const { port1, port2 } = new MessageChannel();
          helper.postMessage({ type: 'help', port: port1 }, [port1]);
          leader.postMessage({ type: 'lead', number, port: port2 }, [port2]);
        } else {
          lost();
        }
      }, lost);
      this.#helpers.push(helper);
    }
  }

  #crashed(message) {
    const wasReady = this.isReady;
    this.isReady = false;
    this.#worker.terminate();
    this.#helpers.forEach(helper => helper.terminate());
    this.#helpers = [];
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    if (wasReady) {
      this.#start();
    } else {
      this.#rejectReady(new Error(message));
    }
    for (const { reject } of pending) {
      reject(new Error(message));
    }
    if (wasReady) {
      this.#onCrash(message);
    }
  }

  #receive(data) {
    if (data.type === 'ready') {
      this.isReady = true;
      this.#startHelpers();
      this.#resolveReady(JSON.parse(data.value));
      return;
    }
    if (data.type === 'unavailable') {
      this.#crashed(data.message);
      return;
    }
    const waiting = this.#pending.get(data.id);
    if (!waiting) {
      return;   // of a run that another one has replaced
    }
    const { handlers, resolve, reject, onProgress = handlers?.onProgress } = waiting;
    switch (data.type) {
      case 'meanField':
        handlers.onMeanField?.(JSON.parse(data.value));
        break;
      case 'progress':
        onProgress?.({ stage: data.stage, done: data.done, total: data.total });
        break;
      case 'result':
        if (data.done === data.total) {
          this.#pending.delete(data.id);
        }
        handlers.onResult?.({ ...JSON.parse(data.value), sha256: data.sha256 }, { done: data.done, total: data.total, milliseconds: data.milliseconds });
        break;
      case 'problems':
        this.#pending.delete(data.id);
        handlers.onProblems?.(data.texts);
        break;
      case 'answer':
        this.#pending.delete(data.id);
        resolve(data.value);
        break;
      case 'failed':
        this.#pending.delete(data.id);
        reject(new Error(data.message));
        break;
    }
  }
}
