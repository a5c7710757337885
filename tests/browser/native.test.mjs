// Big runs by the program that serves the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { serve, serveStatically } from './support/servers.mjs';
import { answerOf, finished, open } from './support/teaching-page.mjs';

let browser;
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), host.stop()]));

const progressed = page => page.waitForFunction(() => /^[\d,]+ of 100,000 patients$/.test(document.getElementById('native-says').textContent));

test('a big run tells its progress, can be cancelled, and another one can follow and is shown', async t => {
  const { page, troubles } = await open(t, browser, host.address);
  await finished(page);
  const before = await answerOf(page);
  const button = page.getByTestId('native');
  await button.waitFor();
  assert.match(await page.locator('#native-what').textContent(), /^ProgressionSim \d+\.\d+\.\d+ on this computer, (one thread|\d+ threads)$/);
  assert.equal(await button.textContent(), '100,000 patients');

  await button.click();
  await progressed(page);
  assert.equal(await button.textContent(), 'Cancel');
  await button.click();
  await page.locator('#native-says').getByText('Cancelled.').waitFor();
  assert.equal(await button.textContent(), '100,000 patients');
  assert.equal(await page.locator('#native-progress').isVisible(), false);
  assert.equal(await answerOf(page), before);

  await button.click();
  await progressed(page);
  await page.locator('#native-says').getByText(/^100,000 patients in [\d.,]+ s\. The charts show them until a setting changes\.$/).waitFor();
  assert.equal(await page.getByTestId('status').textContent(), '100,000 of 100,000 patients');
  assert.equal(await finished(page), 100_000);
  assert.notEqual(await answerOf(page), before);

  await page.getByTestId('drug').press('ArrowLeft');
  assert.equal(await finished(page), 100);
  assert.deepEqual(troubles, []);
});

test('a setting that changes ends a big run', async t => {
  const { page, troubles } = await open(t, browser, host.address);
  await finished(page);
  await page.getByTestId('native').click();
  await progressed(page);
  await page.getByTestId('drug').press('ArrowLeft');
  await page.locator('#native-says').getByText('Cancelled.').waitFor();
  assert.equal(await finished(page), 100);
  assert.deepEqual(troubles, []);
});

test('a program that ends in the middle of a big run is told', async t => {
  const own = await serve();
  t.after(() => own.stop());
  const { page } = await open(t, browser, own.address);
  await finished(page);
  await page.getByTestId('native').click();
  await progressed(page);
  await own.stop();
  const message = page.getByTestId('message-unexpected');
  await message.waitFor();
  assert.equal(await message.getByRole('heading').textContent(), 'The big run did not work');
  assert.equal(await page.getByTestId('native').textContent(), '100,000 patients');
  await page.getByTestId('drug').press('ArrowLeft');
  assert.equal(await finished(page), 100);
});

test('a static host offers no big run', async t => {
  const other = await serveStatically();
  t.after(() => other.stop());
  const { page } = await open(t, browser, other.address);
  await finished(page);
  assert.equal(await page.getByTestId('native').isVisible(), false);
});
