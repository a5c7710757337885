// A share link brings back all that was set, and a link that cannot be read is said and does no harm.

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

/** All that a link holds, as the controls show it. */
const controlsOf = page => page.evaluate(() => ({
  ...Object.fromEntries(['start', 'delay', 'drug', 'speed', 'patients', 'seed'].map(name => [name, document.querySelector(`[data-testid=${name}]`).value])),
  silent: document.querySelector('[data-testid=silent]').checked,
  patient: document.getElementById('patient').value,
  month: document.getElementById('month').value,
  tables: ['alsfrs', 'survival', 'neurofilament'].filter(name => document.querySelector(`#chart-${name} details`).open),
  lesson: document.getElementById('lesson').hidden ? null : `${document.getElementById('lesson').dataset.lesson} ${document.getElementById('lesson').dataset.step}`,
}));

const usual = { start: '0', delay: '6', drug: '0.75', speed: '2.7', patients: '2000', seed: '1', silent: true, patient: '1', month: '0', tables: [], lesson: null };

async function shareLink(page) {
  await page.getByTestId('share').click();
  const field = page.getByTestId('share-link');
  await field.waitFor();
  await page.waitForFunction(() => document.getElementById('share-says').textContent !== '');
  return field.inputValue();
}

test('a link holds every setting, the patient, the month and the open tables', async t => {
  const { page } = await open(t, browser, host.address);
  await finished(page);
  for (const [name, value] of [['start', '-3'], ['delay', '9'], ['drug', '0.4'], ['speed', '1.3'], ['patients', '333'], ['seed', '4294967295']]) {
    await page.getByTestId(name).fill(value);
  }

  await page.getByTestId('silent').uncheck();
  await page.locator('#chart-alsfrs summary').click();
  await page.locator('#chart-neurofilament summary').click();
  await finished(page);
  // The field of neurons is there when the first patients are.
  await page.waitForFunction(() => !document.getElementById('month').disabled);
  await page.locator('#patient').selectOption('3');
  await page.locator('#month').fill('17');
  const set = {
    start: '-3', delay: '9', drug: '0.4', speed: '1.3', patients: '333', seed: '4294967295', silent: false, patient: '3', month: '17', tables: ['alsfrs', 'neurofilament'], lesson: null,
  };
  assert.deepEqual(await controlsOf(page), set);

  const link = await shareLink(page);
  assert.equal(link, page.url());
  assert.deepEqual(Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1))), {
    v: '1', start: '-3', delay: '9', drug: '0.4', speed: '1.3', patients: '333', seed: '4294967295', silent: '0', patient: '3', month: '17', tables: 'alsfrs.neurofilament', view: 'main',
  });
  const { page: other, troubles } = await open(t, browser, link, { hash: '' });
  assert.equal(await finished(other), 333);
  await other.waitForFunction(() => !document.getElementById('month').disabled);
  assert.deepEqual(await controlsOf(other), set);
  assert.equal(await answerOf(other), await answerOf(page));
  assert.equal(await other.locator('#neurons-untreated').textContent(), await page.locator('#neurons-untreated').textContent());
  assert.equal(await shareLink(other), link);
  assert.deepEqual(troubles, []);
});

test('a link holds the step of a lesson', async t => {
  const { page } = await open(t, browser, host.address);
  await page.getByTestId('lesson-twins').click();
  await page.getByTestId('lesson-next').click();
  await page.waitForFunction(() => location.hash.includes('view=lesson.twins.2'));
  const { page: other, troubles } = await open(t, browser, page.url(), { hash: '' });
  await other.locator('#lesson[data-step="2"]').waitFor();
  assert.deepEqual(await controlsOf(other), await controlsOf(page));
  assert.equal((await controlsOf(other)).lesson, 'twins 2');
  assert.deepEqual(troubles, []);
});

test('the way back of the browser and another link in the same tab are followed', async t => {
  const { page } = await open(t, browser, host.address);
  await finished(page);
  const before = await answerOf(page);
  await page.goto(host.address + linkOf({ start: 12, seed: 5 }));
  await page.waitForFunction(() => document.querySelector('[data-testid=start]').value === '12');
  await finished(page);
  assert.notEqual(await answerOf(page), before);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[data-testid=start]').value === '0');
  await finished(page);
  assert.equal(await answerOf(page), before);
});

const damaged = 'This link cannot be read: it is damaged, or it was not made by this page. The page shows its usual settings instead.';
const newer = 'This link was made by a newer version of this page. The page shows its usual settings instead; reload it to get the newest version.';
const unreadable = what => `The link does not say ${what} in a way this page understands; the usual setting is used for it.`;
const unknown = what => `The link holds something this page does not know and leaves out: ${what}.`;

for (const [hash, said, changed] of [
  ['#complete garbage', [damaged]],
  ['#%E0%A4%A', [damaged]],
  ['#v=', [damaged]],
  ['#v=0&start=3', [damaged]],
  ['#v=-1', [damaged]],
  ['#v=1e3', [damaged]],
  ['#start=3', [damaged]],
  [`#${'x=1&'.repeat(20_000)}`, [damaged]],
  ['#v=2&start=3&something=new', [newer]],
  ['#v=99999999999999999999', [newer]],
  ['#v=1&start=25', [unreadable('the treatment start')]],
  ['#v=1&start=-13&seed=9', [unreadable('the treatment start')], { seed: '9' }],
  ['#v=1&start=1.5&delay=0&drug=1&speed=0.05', ['the treatment start', 'the delay', 'how well the drug works', 'how aggressive the disease is'].map(unreadable)],
  ['#v=1&delay=&drug=NaN&speed=Infinity', ['the delay', 'how well the drug works', 'how aggressive the disease is'].map(unreadable)],
  ['#v=1&patients=1e3&seed=0x10', ['the number of patients', 'the seed'].map(unreadable)],
  ['#v=1&patients=99&seed=4294967296', ['the number of patients', 'the seed'].map(unreadable)],
  ['#v=1&patient=0&month=37', ['the patient shown', 'the month shown'].map(unreadable)],
  ['#v=1&silent=maybe&tables=alsfrs.everything', ['whether there is silent loss', 'which tables are open'].map(unreadable)],
  ['#v=1&view=<img src=x onerror=alert(1)>', [unreadable('what to show')]],
  ['#v=1&view=lesson.of-nothing.2', ['The link names a lesson that is not here.']],
  ['#v=1&start=4&__proto__=1&constructor=2', [unknown('"__proto__", "constructor"')], { start: '4' }],
  ['#v=1&a=1&b=2&c=3&d=4&e=5', [unknown('"a", "b", "c" and 2 more')]],
]) {
  test(`a link that cannot be read is said: ${hash.slice(0, 60)}`, async t => {
    const { page, troubles } = await open(t, browser, host.address, { hash });
    const message = page.getByTestId('message-link');
    await message.waitFor();
    assert.deepEqual(await message.locator('p:not(.buttons)').allTextContents(), said);
    assert.equal(await message.getByRole('heading').textContent(), 'Not everything in the link could be used');
    assert.deepEqual(await controlsOf(page), { ...usual, ...changed });
    await message.getByRole('button', { name: 'Close this message' }).click();
    assert.equal(await message.count(), 0);
    assert.deepEqual(troubles, []);
  });
}

test('after a link that cannot be read the page runs its usual settings', async t => {
  const { page, troubles } = await open(t, browser, host.address, { hash: '#garbage' });
  assert.equal(await finished(page), 2000);
  assert.deepEqual(troubles, []);
});

test('a bad link in the tab of a running page is said, and a good one clears the message', async t => {
  const { page, troubles } = await open(t, browser, host.address, { hash: linkOf({ start: 5 }) });
  await finished(page);
  await page.goto(`${host.address}#v=7`);
  const message = page.getByTestId('message-link');
  await message.waitFor();
  assert.deepEqual(await message.locator('p:not(.buttons)').allTextContents(), [newer]);
  assert.equal((await controlsOf(page)).start, '0');
  await page.goto(host.address + linkOf({ start: 7 }));
  await message.waitFor({ state: 'detached' });
  assert.equal((await controlsOf(page)).start, '7');
  await finished(page);
  assert.deepEqual(troubles, []);
});
