// Messages to people when something goes wrong, on top of the page. Each has an id: showing it again replaces it.

import { byId, el } from './dom.js';

export class Messages {
  /** Shows a message with a title, paragraphs and buttons ([{ text, act }]); it can always be closed. */
  show(id, title, texts, buttons = [], kind = 'error') {
    this.clear(id);
    const box = el('div', { id: `message-${id}`, className: `message ${kind}`, 'data-testid': `message-${id}` }, el('h2', {}, title), ...texts.map(text => el('p', {}, text)));
    const row = el('p', { className: 'buttons' });
    for (const { text, act } of buttons) {
      const button = el('button', { type: 'button' }, text);
      button.addEventListener('click', () => { this.clear(id); act(); });
      row.append(button);
    }

    const close = el('button', { type: 'button' }, 'Close this message');
    close.addEventListener('click', () => this.clear(id));
    row.append(close);
    box.append(row);
    byId('messages').append(box);
  }

  clear(id) {
    byId(`message-${id}`)?.remove();
  }

  engineFailed(reason) {
    this.show('engine', 'The simulation could not be loaded', [
      'The page is here, but the program that calculates is not. Check the connection and reload. A browser that is several years old may not be able to run it.',
      `What the browser said: ${reason}`,
    ], [{ text: 'Reload the page', act: () => location.reload() }]);
  }

  crashed(reason, again) {
    const texts = [`What happened: ${reason}`];
    if (again) {
      this.show('crash', 'The calculation stopped unexpectedly and has not started again', texts, [{ text: 'Try again', act: again }]);
    } else {
      this.show('crash', 'The calculation stopped unexpectedly and was started again', [...texts, 'The results below belong to the new calculation; nothing was lost but time.']);
    }
  }

  badLink(problems) {
    this.show('link', 'Not everything in the link could be used', problems, [], 'warning');
  }

  impossible(texts) {
    this.show('problems', 'These settings cannot be simulated', texts);
  }

  unexpected(what, error) {
    this.show('unexpected', what, [error instanceof Error ? error.message : String(error)]);
  }

  newVersion() {
    this.show('version', 'A newer version of this page is here', ['It is used once the page is reloaded. The settings stay as they are.'],
      [{ text: 'Reload now', act: () => location.reload() }], 'note');
  }
}
