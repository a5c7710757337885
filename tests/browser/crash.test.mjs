// When the engine dies or cannot be loaded, people are told what happened and what they can do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { serve } from './support/servers.mjs';
import { answerOf, finished, linkOf, open } from './support/teaching-page.mjs';

let browser;
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), host.stop()]));

const running = page => page.waitForFunction(() => {
  const { done, total } = document.querySelector('[data-testid=status]').dataset;
  return Number(done) > 0 && Number(done) < Number(total);
});
const crash = page => page.evaluate(() => progressionSim.engine.crashForTest());
const textsOf = message => message.locator('h2, p:not(.buttons)').allTextContents();

test('an engine that dies in the middle of a run is replaced, and the run is made again', async t => {
  const hash = linkOf({ patients: 1200, seed: 8 });
  const { page, troubles } = await open(t, browser, host.address, { hash });
  await running(page);
  await crash(page);
  assert.deepEqual(await textsOf(page.getByTestId('message-crash')), [
    'The calculation stopped unexpectedly and was started again',
    'What happened: The engine was stopped for a test.',
    'The results below belong to the new calculation; nothing was lost but time.',
  ]);
  assert.equal(await finished(page), 1200);
  const { page: undisturbed } = await open(t, browser, host.address, { hash });
  await finished(undisturbed);
  assert.equal(await answerOf(page), await answerOf(undisturbed));
  await page.getByTestId('message-crash').getByRole('button', { name: 'Close this message' }).click();
  await page.waitForFunction(() => !document.getElementById('month').disabled);
  assert.equal(await page.locator('#messages').textContent(), '');
  assert.deepEqual(troubles, []);
});

test('an engine that dies again before it has finished anything is not replaced for ever, but on demand', async t => {
  const { page } = await open(t, browser, host.address, { hash: linkOf({ patients: 1200 }) });
  for (let time = 0; time < 2; time++) {
    await running(page);
    await crash(page);
  }

  const message = page.getByTestId('message-crash');
  assert.deepEqual(await textsOf(message), [
    'The calculation stopped unexpectedly and has not started again',
    'What happened: The engine was stopped for a test.',
  ]);
  assert.equal(await page.getByTestId('status').textContent(), 'Stopped.');
  await message.getByRole('button', { name: 'Try again' }).click();
  assert.equal(await finished(page), 1200);
  assert.equal(await message.count(), 0);
});

test('an engine that dies while it is idle is replaced, and the next move of a slider works', async t => {
  const { page } = await open(t, browser, host.address);
  await finished(page);
  await crash(page);
  await finished(page);
  await page.getByTestId('drug').press('ArrowLeft');
  assert.equal(await finished(page), 100);
});

test('an engine that dies in a lesson leaves a lesson that can go on', async t => {
  const { page } = await open(t, browser, host.address, { hash: linkOf({ patients: 1200, view: 'lesson.why-early.3' }) });
  await running(page);
  await crash(page);
  const again = page.locator('#lesson').getByRole('button', { name: 'Try again' });
  const done = page.getByTestId('lesson-verdict');
  await again.or(done).first().waitFor();
  if (await again.isVisible()) {
    await again.click();
  }

  await done.waitFor();
  assert.equal(await page.getByTestId('lesson-next').isEnabled(), true);
});

const notLoaded = 'The simulation could not be loaded';
const advice = 'The page is here, but the program that calculates is not. Check the connection and reload. A browser that is several years old may not be able to run it.';

async function assertNotLoaded(page) {
  const message = page.getByTestId('message-engine');
  await message.waitFor();
  const [title, what, reason, ...more] = await textsOf(message);
  assert.deepEqual([title, what, more], [notLoaded, advice, []]);
  assert.match(reason, /^What the browser said: .{10,}$/s);
  assert.equal(await page.getByTestId('status').textContent(), 'Not loaded.');
  assert.equal(await page.locator('#messages > *').count(), 1);
  return message;
}

for (const missing of ['dotnet.js', '*.wasm', 'ProgressionSim.Engine*']) {
  test(`a file of the engine that cannot be loaded is told, and loading again works: ${missing}`, async t => {
    const { page } = await open(t, browser, host.address, { prepare: page => page.route(`**/_framework/${missing}`, route => route.abort()) });
    const message = await assertNotLoaded(page);
    // What needs no engine still works.
    await page.getByTestId('share').click();
    await page.getByTestId('share-link').waitFor();
    await page.unroute(`**/_framework/${missing}`);
    await message.getByRole('button', { name: 'Reload the page' }).click();
    assert.equal(await finished(page), 100);
    assert.equal(await page.locator('#messages').textContent(), '');
  });
}

test('a browser without WebAssembly is told', async t => {
  const old = await launch('--js-flags=--jitless');
  t.after(() => old.close());
  const { page } = await open(t, old, host.address);
  assert.equal(await page.evaluate(() => typeof WebAssembly), 'undefined');
  await assertNotLoaded(page);
});

test('without JavaScript the page says that it needs it', async t => {
  const { page } = await open(t, browser, host.address, { options: { javaScriptEnabled: false } });
  assert.equal(await page.locator('noscript').innerText(), 'This page calculates in your browser and needs JavaScript. It is switched off.');
});
