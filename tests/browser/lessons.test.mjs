// Each lesson can be done from beginning to end by keyboard alone, and asks for a prediction before it shows anything.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { pressOn, tabTo } from './support/keyboard.mjs';
import { serve } from './support/servers.mjs';
import { linkOf, open } from './support/teaching-page.mjs';

let browser;
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), host.stop()]));

const lessons = ['why-early', 'hidden-reserve', 'smoke-detector', 'chance', 'twins', 'trial-game'];

const next = '[data-testid=lesson-next]';
const choice = '[data-testid=lesson-choice]';

test('the cards lead to the lessons, in their order', async t => {
  const { page } = await open(t, browser, host.address);
  await page.getByTestId(`lesson-${lessons.at(-1)}`).waitFor();
  assert.deepEqual(await page.locator('#lesson-cards button').evaluateAll(found => found.map(button => button.dataset.testid)), ['view-main', ...lessons.map(name => `lesson-${name}`)]);
});

for (const name of lessons) {
  test(`the lesson "${name}" can be completed by keyboard, and needs predictions`, async t => {
    const { page, troubles } = await open(t, browser, host.address);
    await page.getByTestId(`lesson-${name}`).waitFor();
    await pressOn(page, `[data-testid=lesson-${name}]`);
    const section = page.locator('#lesson');
    await page.locator(`#lesson[data-lesson="${name}"]`).waitFor();
    const steps = Number(await section.getAttribute('data-steps'));
    let predictions = 0;
    let explanations = 0;
    for (let step = 1; step < steps; step++) {
      await page.locator(`#lesson[data-step="${step}"]`).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'h3', `the focus is on the heading of step ${step}`);
      if (await page.locator(choice).count() > 0) {
        predictions++;
        await predict(page, step);
      } else if (await page.getByTestId('game-run').count() > 0) {
        assert.equal(await page.getByTestId('lesson-next').isDisabled(), true);
        await play(page);
      } else if (await page.getByTestId('lesson-result').count() > 0) {
        explanations++;
        await explained(page);
      }

      await pressOn(page, next);
    }

    await page.locator(`#lesson[data-step="${steps}"]`).waitFor();
    assert.ok(predictions > 0 && explanations > 0, `${predictions} predictions, ${explanations} explanations`);
    await pressOn(page, '#lesson summary');
    assert.equal(await section.locator('details').first().getAttribute('open'), '');
    assert.notEqual(await section.locator('details p').first().textContent(), '');
    assert.ok(await section.locator('.lesson-sources a').count() > 0);
    assert.equal(await page.getByTestId('start').isEnabled(), true);
    assert.equal(await page.locator('#messages').textContent(), '');
    await pressOn(page, '[data-testid=lesson-leave]');
    await section.waitFor({ state: 'hidden' });
    assert.deepEqual(troubles, []);
  });
}

/** Tries to go on without a prediction, then makes one. */
async function predict(page, step) {
  await pressOn(page, next);
  const said = await page.locator('#lesson [role=alert]').textContent();
  assert.match(said, /^(Choose one answer first\. A guess is fine\.|Give a number from \d+ to \d+( in steps of [\d.]+)? first, or move the slider\. A guess is fine\.)$/);
  assert.equal(await page.locator('#lesson').getAttribute('data-step'), String(step));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'lesson-choice', 'the focus goes to what is missing');
  const isNumber = await page.evaluate(() => document.activeElement.type === 'number');
  if (isNumber) {
    await page.keyboard.type('abc');
    await pressOn(page, next);
    assert.equal(await page.locator('#lesson').getAttribute('data-step'), String(step));
    await page.keyboard.type('3');
  } else {
    await page.keyboard.press('Space');
    assert.equal(await page.evaluate(() => document.activeElement.checked), true);
  }
}

/** Waits for the runs of a step and looks at what is told. */
async function explained(page) {
  await page.getByTestId('lesson-status').getByText('The run is finished. The explanation follows.').waitFor();
  const result = page.getByTestId('lesson-result');
  assert.notEqual(await result.getByTestId('lesson-verdict').textContent(), '');
  assert.doesNotMatch(await result.textContent(), /NaN|undefined|null|Infinity|\[object/);
}

/** One round of the trial designer's game. */
async function play(page) {
  await pressOn(page, '[data-testid=game-run]');
  assert.equal(await page.locator('#lesson [role=alert]').textContent(), 'Give a whole number from 0 to 100 first.');
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await page.getByTestId('game-status').getByText(/^Found in \d+ of 100; you guessed 50\./).waitFor();
  assert.equal(await page.locator('#lesson .squares .found').count() + await page.locator('#lesson .squares .missed').count(), 100);
}

test('the field of neurons shows the person that a lesson tells of', async t => {
  const { page } = await open(t, browser, host.address, { hash: linkOf({ start: -6, view: 'lesson.twins.3' }) });
  await explained(page);
  const told = await page.getByTestId('lesson-result').textContent();
  const [, treated] = told.match(/The score fell from \d+ to (\d+): /);
  const [, untreated] = told.match(/Score after a year: (\d+)\./);
  assert.notEqual(treated, untreated);
  await page.locator('#neurons-when').getByText(/^Patient \d\. 12 months after the first symptoms\.$/).waitFor();
  await page.locator('#neurons-treated').getByText(new RegExp(`^Treated twin: ALSFRS-R ${treated} of 48, .* treated since month 0\\.$`)).waitFor();
  await page.locator('#neurons-untreated').getByText(new RegExp(`^Untreated twin: ALSFRS-R ${untreated} of 48, `)).waitFor();
});

test('the way back keeps a prediction, and leaving gives the settings back', async t => {
  const { page } = await open(t, browser, host.address, { hash: linkOf({ view: 'lesson.why-early.2' }) });
  await page.locator('#lesson[data-step="2"]').waitFor();
  assert.equal(await page.locator('[data-block=controls]').isVisible(), false);
  await tabTo(page, choice);
  await page.keyboard.type('7');
  await pressOn(page, next);
  await page.locator('#lesson[data-step="3"]').waitFor();
  await explained(page);
  await pressOn(page, '[data-testid=lesson-back]');
  await page.locator('#lesson[data-step="2"]').waitFor();
  assert.equal(await page.locator(choice).inputValue(), '7');
  await pressOn(page, '[data-testid=lesson-leave]');
  await page.locator('#lesson').waitFor({ state: 'hidden' });
  assert.equal(await page.getByTestId('start').isEnabled(), true);
  assert.equal(await page.locator('[data-block=controls]').isVisible(), true);
});
