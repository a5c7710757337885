// Moving a control changes what is simulated, and what people see of it.

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

const charts = ['chart-alsfrs', 'chart-survival', 'chart-neurofilament'];

/** What the charts show: their pictures and their tables. */
async function shownBy(page) {
  const shown = {};
  for (const chart of charts) {
    shown[chart] = await page.getByTestId(chart).evaluate(figure => ({
      picture: figure.querySelector('.plot canvas').toDataURL(), table: figure.querySelector('tbody').textContent, finding: figure.querySelector('.finding').textContent,
    }));
  }

  return { ...shown, answer: await answerOf(page) };
}

for (const [control, key, value, words] of [
  ['start', 'ArrowRight', '1', '1 month after the first symptoms'],
  ['delay', 'ArrowLeft', '5', '5 months later: 5 months after the first symptoms'],
  ['drug', 'ArrowRight', '0.8', '80 % less of the protein'],
  ['speed', 'ArrowLeft', '2.6', '2.6 times typical ALS'],
]) {
  test(`an arrow key on the slider "${control}" changes every curve and the sentence`, async t => {
    const { page, troubles } = await open(t, browser, host.address, { hash: linkOf({ tables: 'alsfrs.survival.neurofilament' }) });
    await finished(page);
    const before = await shownBy(page);
    const slider = page.getByTestId(control);
    await slider.focus();
    await page.keyboard.press(key);
    assert.equal(await slider.inputValue(), value);
    assert.equal(await slider.getAttribute('aria-valuetext'), control === 'delay' ? words.split(':')[0] : words);
    assert.equal(await slider.locator('xpath=preceding-sibling::output').textContent(), words);
    assert.equal(await finished(page), 100);
    assert.equal(await page.getByTestId('status').textContent(), '100 of 100 patients');
    const after = await shownBy(page);
    assert.notEqual(after.answer, before.answer);
    for (const chart of charts) {
      for (const what of ['picture', 'table']) {
        assert.notEqual(after[chart][what], before[chart][what], `${what} of ${chart}`);
      }
    }

    await page.keyboard.press(key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft');
    await finished(page);
    assert.deepEqual(await shownBy(page), before);
    assert.deepEqual(troubles, []);
  });
}

test('the typical patient is drawn before any patient, then more and more patients', async t => {
  const { page } = await open(t, browser, host.address, { hash: linkOf({ patients: 1500 }) });
  await finished(page);
  await page.evaluate(() => {
    const { engine } = progressionSim;
    const canvas = document.querySelector('#chart-alsfrs .plot canvas');
    const run = engine.run.bind(engine);
    globalThis.seen = [{ what: 'before', picture: canvas.toDataURL() }];
    // Charts draw at the end of the task that changes them.
    const note = (what, done) => queueMicrotask(() => seen.push({
      what, done, picture: canvas.toDataURL(), exportable: !document.querySelector('#chart-alsfrs [data-testid=export-csv]').disabled,
      status: document.querySelector('[data-testid=status]').dataset.done,
    }));
    engine.run = (settings, handlers) => run(settings, {
      ...handlers,
      onMeanField(typical) { handlers.onMeanField(typical); note('typical patient', 0); },
      onResult(result, progress) { handlers.onResult(result, progress); note('patients', progress.done); },
    });
  });
  await page.getByTestId('drug').focus();
  await page.keyboard.press('ArrowLeft');
  await finished(page);
  const seen = await page.evaluate(() => globalThis.seen);
  assert.deepEqual(seen.slice(0, 3).map(({ what }) => what), ['before', 'typical patient', 'patients']);
  assert.deepEqual([seen[1].status, seen[1].exportable, seen[2].exportable], ['0', false, true]);
  assert.equal(new Set(seen.slice(0, 3).map(({ picture }) => picture)).size, 3);
  const done = seen.slice(2).map(each => each.done);
  assert.ok(done.length > 2 && done[0] > 0 && done[0] < 1500, `refined at ${done.join(', ')}`);
  assert.deepEqual(done, [...new Set(done)].sort((a, b) => a - b));
  assert.equal(done.at(-1), 1500);
});

test('the switch for silent loss, the presets and the numbers work by keyboard', async t => {
  const { page, troubles } = await open(t, browser, host.address);
  const answers = new Set();
  const next = async () => {
    await finished(page);
    answers.add(await answerOf(page));
  };
  await next();
  await page.getByTestId('silent').focus();
  await page.keyboard.press('Space');
  assert.equal(await page.getByTestId('silent').isChecked(), false);
  await next();
  await page.getByRole('button', { name: 'Typical ALS' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.getByTestId('speed').inputValue(), '0.9');
  await next();
  await page.getByTestId('seed').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await next();
  await page.getByTestId('patients').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('304');
  assert.equal(await finished(page), 304);
  await next();
  assert.equal(answers.size, 5);
  assert.deepEqual(troubles, []);
});

test('the month and the patient of the field of neurons can be chosen by keyboard', async t => {
  const { page, troubles } = await open(t, browser, host.address);
  const month = page.locator('#month');
  await page.waitForFunction(() => !document.getElementById('month').disabled);
  const shown = () => page.evaluate(() => ({
    month: document.getElementById('month').value, when: document.getElementById('neurons-when').textContent, untreated: document.getElementById('neurons-untreated').textContent,
    picture: document.getElementById('neurons-canvas').toDataURL(),
  }));
  const before = await shown();
  assert.equal(before.month, '0');
  await month.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  const end = await shown();
  assert.equal(end.month, '36');
  await page.keyboard.press('Home');
  const begin = await shown();
  assert.equal(begin.month, '-12');
  await page.locator('#patient').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('#patient').inputValue(), '2');
  await month.focus();
  await page.keyboard.press('End');
  const other = await shown();
  assert.equal(other.month, '36');
  for (const what of ['when', 'untreated', 'picture']) {
    assert.equal(new Set([before, begin, end].map(each => each[what])).size, 3, what);
  }

  assert.notEqual(other.picture, end.picture);
  assert.deepEqual(troubles, []);
});

test('a number that cannot be used is said beside its field and starts no run', async t => {
  const { page } = await open(t, browser, host.address);
  await finished(page);
  const before = await answerOf(page);
  for (const [field, typed, said] of [
    ['patients', '99', 'A whole number from 100 to 10,000, please.'],
    ['patients', '10001', 'A whole number from 100 to 10,000, please.'],
    ['seed', '-1', 'A whole number from 0 to 4,294,967,295, please.'],
    ['seed', '', 'A whole number from 0 to 4,294,967,295, please.'],
  ]) {
    await page.getByTestId(field).fill(typed);
    assert.equal(await page.locator(`#${field}-problem`).textContent(), said);
    assert.equal(await page.getByTestId(field).getAttribute('aria-invalid'), 'true');
    assert.equal(await answerOf(page), before);
  }

  await page.getByTestId('seed').fill('1');
  assert.equal(await page.locator('#seed-problem').textContent(), '');
});

test('many moves in a row end with the run of the last one', async t => {
  const { page } = await open(t, browser, host.address);
  await finished(page);
  await page.getByTestId('start').focus();
  for (let move = 0; move < 12; move++) {
    await page.keyboard.press('ArrowRight');
  }

  assert.equal(await finished(page), 100);
  const { page: other } = await open(t, browser, host.address, { hash: linkOf({ start: 12 }) });
  await finished(other);
  assert.equal(await answerOf(page), await answerOf(other));
});
