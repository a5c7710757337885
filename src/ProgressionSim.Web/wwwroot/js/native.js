// Big runs by `progsim serve`, which has all processors. Offered only where it answers.

import { byId, tenthsText, wholeText } from './dom.js';

const patients = 100_000;

/** Whether this page comes from this computer; elsewhere nobody is asked. */
const isLocal = () => ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);

export class NativeRuns {
  /** scenario(patients) gives the text to run; onResult takes the result. */
  constructor({ scenario, onStart, onResult, onError }) {
    Object.assign(this, { scenario, onStart, onResult, onError });
    this.button = byId('native-button');
    this.button.addEventListener('click', () => (this.abort ? this.cancel() : this.run()));
    this.offer();
  }

  cancel() {
    this.abort?.abort();
  }

  async offer() {
    if (!isLocal()) {
      return;
    }

    try {
      const answer = await fetch('api/info');
      const info = answer.ok ? await answer.json() : {};
      if (info.program) {
        byId('native').hidden = false;
        byId('native-what').textContent = `${info.program} ${info.version} on this computer, ${info.threads === 1 ? 'one thread' : `${info.threads} threads`}`;
      }
    } catch {
      // Nobody there: the page does without.
    }
  }

  async run() {
    this.abort = new AbortController();
    this.button.textContent = 'Cancel';
    this.show('Starting …', 0);
    this.onStart();
    try {
      const body = await this.scenario(patients);
      const answer = await fetch('api/run', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: this.abort.signal });
      if (!answer.ok) {
        const said = await answer.json().catch(() => ({}));
        throw new Error(said.problems?.join(' ') ?? said.error ?? `The program answered with status ${answer.status}.`);
      }

      await this.read(answer.body);
    } catch (error) {
      if (this.abort.signal.aborted) {
        this.show('Cancelled.', 0);
      } else {
        this.show('', 0);
        this.onError(error);
      }
    } finally {
      this.abort = null;
      this.button.textContent = `${wholeText(patients)} patients`;
      byId('native-progress').hidden = true;
    }
  }

  /** Reads server-sent events up to the result. */
  async read(stream) {
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    const begin = performance.now();
    for (let rest = ''; ;) {
      const { done, value } = await reader.read();
      if (done) {
        throw new Error('The program ended without a result.');
      }

      const events = (rest + value.replaceAll('\r', '')).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const lines = event.split('\n');
        const kind = lines.find(line => line.startsWith('event:'))?.slice(6).trim();
        const text = lines.filter(line => line.startsWith('data:')).map(line => line.slice(5).trimStart()).join('\n');
        const data = text === '' ? {} : JSON.parse(text);
        if (kind === 'waiting') {
          this.show(data.ahead === 1 ? 'One run is ahead.' : `${data.ahead} runs are ahead.`, 0);
        } else if (kind === 'progress') {
          this.show(`${wholeText(data.done)} of ${wholeText(data.total)} patients`, data.done / data.total);
        } else if (kind === 'failed') {
          throw new Error(data.message);
        } else if (kind === 'result') {
          this.show(`${wholeText(data.patients)} patients in ${tenthsText((performance.now() - begin) / 1000)} s. The charts show them until a setting changes.`, 1);
          this.onResult(data);
          await reader.cancel();
          return;
        }
      }
    }
  }

  show(text, share) {
    byId('native-says').textContent = text;
    Object.assign(byId('native-progress'), { hidden: false, value: share });
  }
}
