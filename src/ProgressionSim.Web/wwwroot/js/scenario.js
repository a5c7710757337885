// "Show me the scenario": the file that gives the same numbers on the command line.

import { byId, copy, download } from './dom.js';

export class ScenarioDialog {
  /** Asks for the text with load() each time it is opened. */
  constructor(load, onError) {
    this.dialog = byId('scenario-dialog');
    const text = byId('scenario-text');
    byId('scenario-button').addEventListener('click', async () => {
      text.textContent = 'One moment …';
      byId('scenario-says').textContent = '';
      byId('scenario-copy').disabled = byId('scenario-download').disabled = true;
      this.dialog.showModal();
      try {
        text.textContent = await load();
        byId('scenario-copy').disabled = byId('scenario-download').disabled = false;
      } catch (error) {
        this.dialog.close();
        onError(error);
      }
    });
    byId('scenario-copy').addEventListener('click', () => copy(text, byId('scenario-says')));
    byId('scenario-download').addEventListener('click', () => download('when-to-start.json', new Blob([text.textContent], { type: 'application/json' })));
    byId('scenario-close').addEventListener('click', () => this.dialog.close());
  }
}
